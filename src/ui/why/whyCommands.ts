import * as why from './why.ts';

/** The command of this feature, by its id. */
export const whyCommands = Object.freeze({ 'ecs.why': why });
