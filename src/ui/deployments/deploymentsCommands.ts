import * as showDeployment from './showDeployment.ts';

/** The commands of deployments that are under way. */
export const deploymentsCommands = Object.freeze({
  'ecs.showDeployment': showDeployment,
});
