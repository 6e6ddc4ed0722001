import * as l10n from '@vscode/l10n';
import { lifecycleStages, waitingHook } from '../../deployment/lifecycle.ts';
import { plainWords } from '../../text/plainWords.ts';
import { deploymentState, primaryDeployment } from '../../deployment/rollout.ts';
import { pausedState } from '../../service/pausedCount.ts';
import type { Cause, Evidence, Judgement } from '../cause.ts';
import type { Facts } from '../facts.ts';
import { saidByAws } from '../words.ts';
import { healthCheckAdvice } from './healthCheckAdvice.ts';

// Why a service is not as it should be, or why its deployment does not move.

const about = ['service'] as const;

const percentages = saidByAws({
  id: 'deployment-has-no-room',
  about,
  patterns: [/because of the service deployment configuration/i],
  say: (_, { service }) => {
    const { minimumHealthyPercent: least = 100, maximumPercent: most = 200 } = service?.deploymentConfiguration ?? {};
    return {
      sentence: l10n.t(
        'The deployment can neither start nor stop a task: minimumHealthyPercent is {0}, maximumPercent {1}, for {2} desired.',
        least,
        most,
        service?.desiredCount ?? 0,
      ),
      short: l10n.t('percentages leave no room'),
      advice: l10n.t('Lower minimumHealthyPercent, raise maximumPercent, or run more tasks.'),
    };
  },
  remedies: ['scale'],
});

const protection = saidByAws({
  id: 'tasks-protected',
  about,
  patterns: [/tasks? under protection/i, /DEPLOYMENT_BLOCKED/],
  say: (words) => ({
    sentence: l10n.t('Tasks with scale-in protection keep ECS from replacing them{0}.', countIn(words)),
    short: l10n.t('tasks are protected'),
    advice: l10n.t('They go when their protection ends, or when the application or somebody ends it.'),
  }),
});

const countIn = (words: string): string => {
  const count = /(\d+) tasks? under protection/.exec(words)?.[1];
  return count ? ` (${count})` : '';
};

const throttled = saidByAws({
  id: 'ecs-throttled',
  about,
  patterns: [/operations are being throttled/i],
  say: () => ({
    sentence: l10n.t('AWS throttles what ECS does for the service.'),
    short: l10n.t('throttled'),
    advice: l10n.t('It is tried again by itself. Fewer services that deploy or scale at once help.'),
  }),
});

const alarm: Cause = {
  id: 'alarm-triggered',
  about,
  judge({ record, service }) {
    const words = service?.events?.find(({ message = '' }) => /alarm detected/i.test(message))?.message;
    const triggered = record?.alarms?.triggeredAlarmNames ?? [];
    if (record?.alarms?.status !== 'TRIGGERED' && !(words && isFailed(service))) return undefined;
    return {
      certainty: 'certain',
      sentence:
        triggered.length > 0
          ? l10n.t('The deployment failed because of an alarm: {0}.', triggered.join(', '))
          : l10n.t('The deployment failed because one of its alarms was in state ALARM.'),
      short: l10n.t('alarm'),
      advice: l10n.t('Look at the metric of the alarm since the deployment began, and at the logs of the new tasks.'),
      evidence: [
        ...(words ? [{ text: words, from: 'events' }] : []),
        ...triggered.map((name) => ({ text: name, from: 'ecs:DescribeServiceDeployments' })),
      ],
      remedies: ['openLogs', 'deployPrevious'],
    };
  },
};

function isFailed(service: Facts['service']): boolean {
  return service?.deployments?.some(({ rolloutState }) => rolloutState === 'FAILED') === true;
}

const hook: Cause = {
  id: 'waits-for-hook',
  about,
  judge({ record }) {
    const waiting = record && waitingHook(record);
    if (!waiting) return undefined;
    return {
      certainty: 'certain',
      sentence: l10n.t('The deployment waits for an answer at {0}.', plainWords(record.lifecycleStage ?? '')),
      short: l10n.t('waits for an answer'),
      advice: l10n.t('Continue it or roll it back in its deployment view.'),
      evidence: [{ text: `${waiting.hookId ?? ''} ${waiting.status ?? ''}`, from: 'ecs:DescribeServiceDeployments' }],
      isWanted: true,
    };
  },
};

const stage: Cause = {
  id: 'waits-at-stage',
  about,
  judge({ record, service }) {
    const name = record?.lifecycleStage;
    const isUnderWay = record?.status === 'IN_PROGRESS' || record?.status === 'PENDING';
    if (!name || !isUnderWay || !lifecycleStages.some((one) => one === name) || waitingHook(record)) return undefined;
    const minutes = service?.deploymentConfiguration?.bakeTimeInMinutes ?? 0;
    return {
      certainty: 'certain',
      sentence:
        name === 'BAKE_TIME'
          ? l10n.t('The new revision has the traffic; the old one is kept for the bake time of {0} minutes.', minutes)
          : l10n.t('The deployment is at the stage {0}.', plainWords(name)),
      short: plainWords(name),
      advice: l10n.t('This is no failure; it goes on by itself.'),
      evidence: [{ text: name, from: 'ecs:DescribeServiceDeployments' }],
      isWanted: true,
    };
  },
};

const unhealthyTargets: Cause = {
  id: 'targets-unhealthy',
  about,
  judge({ targets, service }) {
    const words = recent(service, /is unhealthy in|failed ELB health checks/i);
    const ill = (targets ?? []).flatMap(({ targets: of }) => of.filter(({ state }) => state === 'unhealthy'));
    if (ill.length === 0 && !words) return undefined;
    const group = targets?.find(({ targets: of }) => of.some(({ state }) => state === 'unhealthy')) ?? targets?.[0];
    const said = ill.find(({ description }) => description)?.description ?? /\(reason ([^)]+)\)/.exec(words ?? '')?.[1];
    return {
      certainty: ill.length > 0 ? 'certain' : 'likely',
      sentence: said
        ? l10n.t('The load balancer finds tasks unhealthy: {0}.', said.replace(/\.$/, ''))
        : l10n.t('The load balancer finds tasks unhealthy.'),
      short: l10n.t('load balancer: unhealthy'),
      advice: healthCheckAdvice(group),
      evidence: [
        ...(words ? [{ text: words, from: 'events' }] : []),
        ...ill.map(({ id, description = '' }) => ({
          text: `${id}: ${description}`,
          from: 'elasticloadbalancing:DescribeTargetHealth',
        })),
      ],
      remedies: ['openLogs', 'deployPrevious', 'openService'],
      wants: ['targets', 'reach'],
    };
  },
};

const unusedGroup: Cause = {
  id: 'no-traffic',
  about,
  judge({ targets, service }) {
    const unused = targets?.find(({ isUsed }) => !isUsed);
    if (!unused || !service?.loadBalancers?.length) return undefined;
    return {
      certainty: 'certain',
      sentence: l10n.t(
        'Nothing sends traffic to the target group {0}: no listener of a load balancer uses it.',
        unused.name,
      ),
      short: l10n.t('no traffic'),
      advice: l10n.t('Add a listener or a rule that forwards to it.'),
      evidence: [{ text: `${unused.name}: LoadBalancerArns []`, from: 'elasticloadbalancing:DescribeTargetGroups' }],
      remedies: ['openService'],
    };
  },
};

const keepsFailing = saidByAws({
  id: 'keeps-failing',
  about,
  patterns: [/unable to consistently start tasks successfully/i],
  isLast: true,
  certainty: 'likely',
  say: () => ({
    sentence: l10n.t('Tasks of the service keep failing, so ECS starts them ever more seldom.'),
    short: l10n.t('tasks keep failing'),
    advice: l10n.t(
      'ECS no longer shows one that failed. The next start tells why; deploying a revision makes it try at once.',
    ),
  }),
  remedies: ['openLogs', 'deployPrevious'],
  wants: ['logs', 'stoppedTasks'],
});

const failed: Cause = {
  id: 'deployment-failed',
  about,
  isLast: true,
  judge({ service, now }) {
    const primary = service && primaryDeployment(service);
    const own = service?.deployments?.find(({ rolloutState }) => rolloutState === 'FAILED');
    if (!service || !primary || !own) return undefined;
    const isBack = deploymentState(own, service, now) === 'rolledBack';
    return {
      certainty: 'likely',
      sentence: isBack
        ? l10n.t('The last deployment failed and is rolled back.')
        : l10n.t('The last deployment failed, and the service stays with it.'),
      short: l10n.t('deployment failed'),
      advice: l10n.t('None of its tasks is known any more that would say why: ECS keeps stopped tasks for an hour.'),
      evidence: [{ text: own.rolloutStateReason ?? own.rolloutState ?? '', from: 'deployments[].rolloutStateReason' }],
      remedies: ['openLogs', 'deployPrevious'],
    };
  },
};

const scaledToZero: Cause = {
  id: 'scaled-to-zero',
  about,
  judge({ service }) {
    if (!service || (service.desiredCount ?? 0) > 0 || service.schedulingStrategy === 'DAEMON') return undefined;
    const isPaused = pausedState(service) !== undefined;
    return {
      certainty: 'certain',
      sentence: isPaused ? l10n.t('The service is paused.') : l10n.t('The service is set to run no task.'),
      short: isPaused ? l10n.t('paused') : l10n.t('desired 0'),
      advice: isPaused ? l10n.t('Resume Service starts its tasks again.') : l10n.t('Scale it to start tasks.'),
      evidence: [{ text: 'desiredCount 0', from: 'ecs:DescribeServices' }],
      isWanted: true,
      remedies: isPaused ? [] : ['scale'],
    };
  },
};

const underWay: Cause = {
  id: 'deployment-under-way',
  about,
  isLast: true,
  judge({ service }) {
    const primary = service && primaryDeployment(service);
    if (primary?.rolloutState !== 'IN_PROGRESS' || (primary.failedTasks ?? 0) > 0) return undefined;
    return {
      certainty: 'likely',
      sentence: l10n.t(
        'A deployment is under way: {0} of {1} running, {2} starting.',
        primary.runningCount ?? 0,
        primary.desiredCount ?? 0,
        primary.pendingCount ?? 0,
      ),
      short: l10n.t('deploying'),
      advice: l10n.t('None of its tasks has failed so far.'),
      evidence: [{ text: 'IN_PROGRESS', from: 'deployments[].rolloutState' }],
      isWanted: true,
      wants: ['record', 'targets'],
    };
  },
};

const allIsWell: Cause = {
  id: 'all-is-well',
  about,
  isLast: true,
  judge({ service, targets }) {
    const [running, desired] = [service?.runningCount ?? 0, service?.desiredCount ?? 0];
    if (!service || running < desired || (service.deployments?.length ?? 0) > 1 || service.pendingCount)
      return undefined;
    const healthy = targets?.flatMap(({ targets: of }) => of.filter(({ state }) => state === 'healthy')).length;
    return {
      certainty: 'likely',
      sentence: l10n.t('Nothing is wrong that ECS would tell: {0} of {1} tasks run.', running, desired),
      short: l10n.t('all is well'),
      advice: l10n.t('If it does not answer all the same, look at its logs, and at what sends it traffic.'),
      evidence: [
        { text: `runningCount ${running}, desiredCount ${desired}`, from: 'ecs:DescribeServices' },
        ...(healthy === undefined
          ? []
          : [{ text: l10n.t('{0} healthy targets', healthy), from: 'elasticloadbalancing:DescribeTargetHealth' }]),
      ],
      isWanted: true,
      remedies: ['openLogs'],
      wants: ['targets'],
    } satisfies Judgement;
  },
};

/** The newest event since the service was last steady that says so. */
function recent(service: Facts['service'], pattern: RegExp): Evidence['text'] | undefined {
  for (const { message = '' } of service?.events ?? []) {
    if (pattern.test(message)) return message;
    if (/has reached a steady state/.test(message)) return undefined;
  }
  return undefined;
}

export const serviceCauses: readonly Cause[] = [
  scaledToZero,
  hook,
  alarm,
  percentages,
  protection,
  throttled,
  unhealthyTargets,
  unusedGroup,
  stage,
  failed,
  keepsFailing,
  underWay,
  allIsWell,
];
