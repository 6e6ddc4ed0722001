import type { DeploymentConfiguration, Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import { familyRevision, nameOfArn } from '../../../ecs/arn.ts';
import { plainWords } from '../../../ecs/text/plainWords.ts';
import { primaryDeployment } from '../../../ecs/deployment/rollout.ts';
import { minutesText } from '../../common/countText.ts';

/** How a deployment of this service will go, for the confirmation. */
export function deploymentLines(service: Service): string[] {
  const { deploymentConfiguration: configuration = {} } = service;
  return [
    ...underWayLine(service),
    strategyLine(service),
    ...shiftLines(configuration),
    ...hookLines(configuration),
    breakerLine(configuration),
    ...alarmLines(configuration),
  ];
}

/** Somebody else may be deploying at this moment. */
function underWayLine(service: Service): string[] {
  const primary = primaryDeployment(service);
  if (primary?.rolloutState !== 'IN_PROGRESS') return [];
  return [l10n.t('A deployment of {0} is still under way; this one replaces it', revisionOf(primary.taskDefinition))];
}

const revisionOf = (taskDefinition = ''): string => familyRevision(taskDefinition);

function strategyLine({ deploymentConfiguration: configuration = {}, schedulingStrategy }: Service): string {
  const { strategy = 'ROLLING', minimumHealthyPercent, maximumPercent } = configuration;
  const [least, most] = schedulingStrategy === 'DAEMON' ? [0, 100] : [100, 200];
  return l10n.t(
    'Strategy {0}, {1} to {2} % of tasks meanwhile',
    plainWords(strategy),
    minimumHealthyPercent ?? least,
    maximumPercent ?? most,
  );
}

/** How traffic moves, where the strategy moves it in steps. */
function shiftLines({
  strategy = 'ROLLING',
  bakeTimeInMinutes,
  linearConfiguration: linear,
  canaryConfiguration: canary,
}: DeploymentConfiguration): string[] {
  const lines: string[] = [];
  if (strategy === 'LINEAR') {
    const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = linear ?? {};
    lines.push(l10n.t('Traffic moves by {0} % every {1}', stepPercent, minutesText(stepBakeTimeInMinutes)));
  }
  if (strategy === 'CANARY') {
    const { canaryPercent = 5, canaryBakeTimeInMinutes = 10 } = canary ?? {};
    lines.push(
      l10n.t('{0} % of the traffic first, the rest after {1}', canaryPercent, minutesText(canaryBakeTimeInMinutes)),
    );
  }
  if (strategy !== 'ROLLING' && bakeTimeInMinutes) {
    lines.push(l10n.t('Both revisions stay up for {0} after the shift', minutesText(bakeTimeInMinutes)));
  }
  return lines;
}

function hookLines({ lifecycleHooks = [] }: DeploymentConfiguration): string[] {
  return lifecycleHooks.map(({ targetType, hookTargetArn = '', lifecycleStages = [] }) => {
    const stages = lifecycleStages.map(plainWords).join(', ');
    if (targetType === 'PAUSE') return l10n.t('Pauses for an answer at {0}', stages);
    return l10n.t('Hook {0} at {1}', nameOfArn(hookTargetArn.replaceAll(':', '/')), stages);
  });
}

function breakerLine({ deploymentCircuitBreaker: breaker }: DeploymentConfiguration): string {
  if (!breaker?.enable) return l10n.t('No circuit breaker: a failing deployment goes on until you stop it');
  if (breaker.rollback) return l10n.t('Circuit breaker: a failing deployment is rolled back');
  return l10n.t('Circuit breaker: a failing deployment stops, without rollback');
}

function alarmLines({ alarms }: DeploymentConfiguration): string[] {
  const names = (alarms?.alarmNames ?? []).join(', ');
  if (!alarms?.enable || names === '') return [];
  return [
    alarms.rollback
      ? l10n.t('Alarms that roll it back: {0}', names)
      : l10n.t('Alarms that stop it, without rollback: {0}', names),
  ];
}
