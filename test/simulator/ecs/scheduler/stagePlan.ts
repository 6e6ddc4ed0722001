import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';

/** The stages of a deployment that shifts traffic, as `lifecycleStage` names them. */
export type Stage =
  | 'RECONCILE_SERVICE'
  | 'PRE_SCALE_UP'
  | 'SCALE_UP'
  | 'POST_SCALE_UP'
  | 'TEST_TRAFFIC_SHIFT'
  | 'POST_TEST_TRAFFIC_SHIFT'
  | 'PRE_PRODUCTION_TRAFFIC_SHIFT'
  | 'PRODUCTION_TRAFFIC_SHIFT'
  | 'POST_PRODUCTION_TRAFFIC_SHIFT'
  | 'BAKE_TIME'
  | 'CLEAN_UP';

export interface StageStep {
  stage: Stage;
  /** Share of the traffic, in percent, that the new revision takes from here on. */
  test?: number;
  production?: number;
  /** Minutes to stay, beyond the time that any stage takes. */
  minutes?: number;
}

const DEFAULT_LINEAR_PERCENT = 10;
const DEFAULT_LINEAR_MINUTES = 6;
const DEFAULT_CANARY_PERCENT = 5;
const DEFAULT_CANARY_MINUTES = 10;

/** What a blue/green, linear or canary deployment goes through. `reconcile`: more than one revision was active when it began. */
export function planStages(configuration: DeploymentConfiguration, reconcile: boolean): StageStep[] {
  return [
    ...(reconcile ? [{ stage: 'RECONCILE_SERVICE' } as const] : []),
    { stage: 'PRE_SCALE_UP' },
    { stage: 'SCALE_UP' },
    { stage: 'POST_SCALE_UP' },
    { stage: 'TEST_TRAFFIC_SHIFT', test: 100 },
    { stage: 'POST_TEST_TRAFFIC_SHIFT' },
    ...productionSteps(configuration),
    { stage: 'POST_PRODUCTION_TRAFFIC_SHIFT' },
    { stage: 'BAKE_TIME', minutes: configuration.bakeTimeInMinutes ?? 0 },
    { stage: 'CLEAN_UP' },
  ];
}

function productionSteps(configuration: DeploymentConfiguration): StageStep[] {
  return trafficSteps(configuration).flatMap(({ percent, minutes }) => [
    { stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT' },
    { stage: 'PRODUCTION_TRAFFIC_SHIFT', production: percent, minutes },
  ]);
}

function trafficSteps(configuration: DeploymentConfiguration): { percent: number; minutes: number }[] {
  if (configuration.strategy === 'CANARY') {
    const { canaryPercent = DEFAULT_CANARY_PERCENT, canaryBakeTimeInMinutes = DEFAULT_CANARY_MINUTES } =
      configuration.canaryConfiguration ?? {};
    return [
      { percent: canaryPercent, minutes: canaryBakeTimeInMinutes },
      { percent: 100, minutes: 0 },
    ];
  }
  if (configuration.strategy !== 'LINEAR') return [{ percent: 100, minutes: 0 }];
  const { stepPercent = DEFAULT_LINEAR_PERCENT, stepBakeTimeInMinutes = DEFAULT_LINEAR_MINUTES } =
    configuration.linearConfiguration ?? {};
  const count = Math.ceil(100 / stepPercent);
  return Array.from({ length: count }, (_, index) => ({
    percent: Math.min(100, Math.round((index + 1) * stepPercent * 10) / 10),
    minutes: index === count - 1 ? 0 : stepBakeTimeInMinutes,
  }));
}
