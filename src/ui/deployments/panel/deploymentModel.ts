import type { ServiceRevisionSummary } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { breakerThreshold } from '../../../ecs/deployment/breakerThreshold.ts';
import { familyRevision, shortTaskId } from '../../../ecs/arn.ts';
import { bakeMinutesLeft, lifecycleStages, waitingHook } from '../../../ecs/deployment/lifecycle.ts';
import { plainWords } from '../../../ecs/text/plainWords.ts';
import { isFirstDeployment, isOver, primaryDeployment } from '../../../ecs/deployment/rollout.ts';
import { minutesText } from '../../common/countText.ts';
import { eventText } from '../../common/eventText.ts';
import { type DeploymentSummary, eventsOf, type TaskFailure } from './deploymentSummary.ts';
import type {
  BreakerModel,
  ChartModel,
  DeploymentModel,
  EventsModel,
  FailureModel,
  HookModel,
  StagesModel,
  TrafficModel,
} from './deploymentProtocol.ts';
import { type Group, groupFailures, groupTitle } from '../groupFailures.ts';
import { revisionRows } from './revisionRows.ts';

/** The whole view of a deployment at one moment. */
export function deploymentModel(facts: DeploymentSummary): DeploymentModel {
  const { deployment, sample, headline, problem, health, failures } = facts;
  const { serviceName, revision, account, region, startedAt } = deployment;
  const logs = { text: l10n.t('Stream Logs'), action: { name: 'streamLogs' as const } };
  const own = sample.service && primaryDeployment(sample.service);
  const isFirst = own !== undefined && sample.service !== undefined && isFirstDeployment(own, sample.service);
  const stop = {
    text: isFirst ? l10n.t('Stop Deployment…') : l10n.t('Roll Back…'),
    action: { name: 'rollBack' as const },
    isSecondary: true,
  };
  return {
    title: l10n.t('{0} → {1}', revision, serviceName),
    where: [account, region, l10n.t('started {0}', new Date(startedAt).toLocaleString())].filter(Boolean).join(' · '),
    state: sample.rollout.state,
    headline,
    problem,
    buttons: isOver(sample.rollout) ? [logs] : [logs, stop],
    hook: hookModel(facts),
    revisions: { heading: l10n.t('Revisions'), columns: revisionColumns(), rows: revisionRows(facts) },
    traffic: trafficModel(facts),
    breaker: breakerModel(facts),
    chart: chartModel(facts),
    stages: stagesModel(facts),
    health: health.length > 0 ? { heading: l10n.t('Target health'), groups: health.map(targetGroup) } : undefined,
    failures:
      failures.length > 0
        ? { heading: l10n.t('Failed tasks'), groups: groupFailures(failures).map(failureGroup) }
        : undefined,
    events: eventsModel(facts),
  };
}

function revisionColumns(): string[] {
  return [
    l10n.t('Revision'),
    l10n.t('Role'),
    l10n.t('Desired'),
    l10n.t('Running'),
    l10n.t('Pending'),
    l10n.t('Failed'),
    l10n.t('State'),
  ];
}

function hookModel({ sample, now }: DeploymentSummary): HookModel | undefined {
  const hook = sample.record && waitingHook(sample.record);
  if (!hook || isOver(sample.rollout)) return undefined;
  const { hookId = '', expiresAt, timeoutAction } = hook;
  const minutes = expiresAt && Math.max(0, Math.round((expiresAt.getTime() - now) / 60_000));
  const then = timeoutAction === 'CONTINUE' ? l10n.t('continued') : l10n.t('rolled back');
  return {
    heading: l10n.t('The deployment waits for your answer'),
    stage: plainWords(sample.record?.lifecycleStage ?? ''),
    deadline: minutes === undefined ? undefined : l10n.t('Without one it is {0} in {1}.', then, minutesText(minutes)),
    buttons: [
      { text: l10n.t('Continue…'), action: { name: 'answerHook', hookId, answer: 'CONTINUE' } },
      { text: l10n.t('Roll Back…'), action: { name: 'answerHook', hookId, answer: 'ROLLBACK' }, isSecondary: true },
    ],
  };
}

/** Which share of the traffic each service revision gets, where the strategy shifts it. */
function trafficModel({ sample, revisions }: DeploymentSummary): TrafficModel | undefined {
  const { sourceServiceRevisions = [], targetServiceRevision } = sample.record ?? {};
  const weighted = [...sourceServiceRevisions, targetServiceRevision].filter(
    (one) => one?.requestedProductionTrafficWeight !== undefined,
  );
  if (weighted.length === 0) return undefined;
  const nameOf = ({ arn }: ServiceRevisionSummary): string =>
    familyRevision(revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === arn)?.taskDefinition ?? arn ?? '');
  return {
    columns: [l10n.t('Traffic'), l10n.t('Production'), l10n.t('Test')],
    rows: weighted.map((one = {}) => ({
      revision: nameOf(one),
      production: one.requestedProductionTrafficWeight ?? 0,
      test: one.requestedTestTrafficWeight ?? 0,
    })),
  };
}

function breakerModel({ sample, deployment }: DeploymentSummary): BreakerModel {
  const breaker = sample.record?.deploymentCircuitBreaker;
  if (breaker && breaker.status !== 'DISABLED') {
    const { failureCount = 0, threshold = 0, status = '' } = breaker;
    return breakerMeter(failureCount, threshold, plainWords(status));
  }
  const configured = sample.service?.deploymentConfiguration?.deploymentCircuitBreaker;
  if (configured?.enable) {
    const own = sample.service?.deployments?.find(({ id }) => id === deployment.deploymentId);
    return breakerMeter(own?.failedTasks ?? 0, breakerThreshold(sample.service?.desiredCount ?? 0, configured), '');
  }
  const text = l10n.t('No circuit breaker: a failing deployment goes on until it is stopped.');
  return { text, meter: undefined, status: '' };
}

function breakerMeter(failures: number, threshold: number, status: string): BreakerModel {
  const text =
    threshold === 1
      ? l10n.t('Circuit breaker: {0} of 1 failure', failures)
      : l10n.t('Circuit breaker: {0} of {1} failures', failures, threshold);
  return { text, meter: { failures, threshold }, status };
}

/** A single look makes no line yet. */
function chartModel({ samples, names, deployment, sample }: DeploymentSummary): ChartModel | undefined {
  if (samples.length < 2) return undefined;
  const desired = sample.service?.desiredCount ?? 0;
  const lines = Object.entries(names).map(([id, name]) => ({
    name: lineName(name, id === deployment.deploymentId, Object.values(names)),
    isOwn: id === deployment.deploymentId,
    counts: samples.map(({ running }) => running[id] ?? 0),
  }));
  const times = samples.map(({ at }) => at);
  return {
    label: l10n.t('Running tasks over time'),
    desired,
    desiredText: l10n.t('desired {0}', desired),
    lines,
    times,
    most: Math.max(1, desired, ...lines.flatMap(({ counts }) => counts)),
    from: timeText(times[0]),
    until: timeText(times.at(-1)),
  };
}

/** The same revision may be started anew: then its name tells nothing apart. */
function lineName(revision: string, isOwn: boolean, all: readonly string[]): string {
  if (all.filter((name) => name === revision).length < 2) return revision;
  return isOwn ? l10n.t('{0}, new tasks', revision) : l10n.t('{0}, tasks from before', revision);
}

function timeText(at: number | undefined): string {
  return at === undefined ? '' : new Date(at).toLocaleTimeString();
}

function stagesModel({ sample, stage, now }: DeploymentSummary): StagesModel | undefined {
  const { record } = sample;
  const configuration = record?.deploymentConfiguration ?? sample.service?.deploymentConfiguration;
  const strategy = configuration?.strategy ?? 'ROLLING';
  const current = record?.lifecycleStage;
  if (strategy === 'ROLLING' && !current) return undefined;
  const left = bakeMinutesLeft(stage, configuration?.bakeTimeInMinutes, now);
  const place = lifecycleStages.findIndex((name) => name === current);
  return {
    heading: `${l10n.t('Lifecycle')} · ${plainWords(strategy)}`,
    stages: lifecycleStages.map((name, index) => {
      const bake = name === 'BAKE_TIME' && left !== undefined ? ` · ${l10n.t('about {0} min left', left)}` : '';
      const state = name === current ? 'current' : place >= 0 && index < place ? 'done' : 'ahead';
      return { text: plainWords(name) + bake, state };
    }),
  };
}

function targetGroup({ name, counts, reasons }: DeploymentSummary['health'][number]) {
  const states = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
  return { name, states: states.join(', ') || l10n.t('no targets'), reasons };
}

/** What failed alike is told once, with the log of the newest. */
function failureGroup(group: Group<TaskFailure>): FailureModel {
  const [{ reason, explanation, logs, taskArn }] = group;
  return {
    key: taskArn,
    title: groupTitle(group),
    explanation,
    reason,
    tasks: group.map((one) => ({ id: shortTaskId(one.taskArn), time: timeText(one.at) })),
    logs: logs.map(({ container, lines }) => ({ container, text: lines.join('\n') })),
  };
}

function eventsModel(facts: DeploymentSummary): EventsModel {
  return {
    heading: l10n.t('Events'),
    none: l10n.t('None yet.'),
    events: eventsOf(facts).map(({ id, createdAt, message = '' }, index) => ({
      id: id ?? String(index),
      time: createdAt?.toLocaleTimeString() ?? '',
      text: eventText(message),
      whole: message,
    })),
  };
}
