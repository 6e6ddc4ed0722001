/** Deployment strategies that start all of the new tasks and then move the traffic to them. */
const strategies = new Set(['BLUE_GREEN', 'CANARY', 'LINEAR']);

export function isTrafficShift(strategy: string | undefined): strategy is string {
  return strategy !== undefined && strategies.has(strategy);
}
