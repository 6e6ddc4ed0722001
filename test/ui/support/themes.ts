/**
 * The colour themes that a person's paths are gone through in: dark within `npm test`, whose time is short, and both in
 * the soak run, which sets ECS_WORKBENCH_THEMES.
 */
export const themes: readonly ('dark' | 'light')[] =
  process.env.ECS_WORKBENCH_THEMES === 'both' ? ['dark', 'light'] : ['dark'];

/** Whether paths are gone through at length, as in the soak run, or by an example or two. */
export const isAtLength = themes.length > 1;
