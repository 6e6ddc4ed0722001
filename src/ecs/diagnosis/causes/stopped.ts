import * as l10n from '@vscode/l10n';
import type { Cause } from '../cause.ts';
import { nameIn, saidByAws } from '../words.ts';
import { healthCheckAdvice } from './healthCheckAdvice.ts';

// Who or what ended a task that ran: the scheduler, a person, a health check, its host.

const loadBalancer = saidByAws({
  id: 'load-balancer-unhealthy',
  patterns: [/failed ELB health checks/i],
  say: (words, { targets }) => {
    const arn = /targetgroup\/([\w-]+)\//.exec(words)?.[1];
    const group = targets?.find(({ name }) => name === arn) ?? targets?.[0];
    const reason = group?.targets.find(({ description }) => description)?.description;
    return {
      sentence: reason
        ? l10n.t('The load balancer found the task unhealthy: {0}.', reason.replace(/\.$/, ''))
        : l10n.t('The load balancer found the task unhealthy.'),
      short: l10n.t('load balancer: unhealthy'),
      advice: healthCheckAdvice(group),
    };
  },
  remedies: ['openLogs', 'deployPrevious', 'openService'],
  wants: ['targets', 'reach', 'logs'],
});

const containerCheck = saidByAws({
  id: 'container-unhealthy',
  patterns: [/failed container health checks/i],
  say: (_, { definition }) => {
    const checked = definition?.containerDefinitions?.find(({ healthCheck }) => healthCheck?.command);
    const command = checked?.healthCheck?.command?.join(' ');
    return {
      sentence: command
        ? l10n.t('The health check of container {0} failed: {1}', checked?.name ?? '', command)
        : l10n.t('The health check of a container failed.'),
      short: l10n.t('container unhealthy'),
      advice: l10n.t(
        'Is the program of the check in the image, does the application listen where it asks, and is startPeriod long enough?',
      ),
    };
  },
  remedies: ['openDefinition', 'openLogs', 'deployPrevious'],
  wants: ['definition', 'logs'],
});

const dependency = saidByAws({
  id: 'dependency-not-ready',
  patterns: [/^Task failed to start\.?$|dependency|dependsOn/i],
  isLast: true,
  certainty: 'likely',
  say: (_, { definition }) => {
    const waits = definition?.containerDefinitions?.find(({ dependsOn }) => dependsOn?.length);
    const other = waits?.dependsOn?.[0];
    return {
      sentence: other
        ? l10n.t(
            'Container {0} waited for {1} to be {2}, which did not come.',
            waits?.name ?? '',
            other.containerName ?? '',
            other.condition ?? '',
          )
        : l10n.t(
            'ECS says only that the task failed to start: most likely a container that another depends on never got ready.',
          ),
      short: l10n.t('failed to start'),
      advice: l10n.t('Look at the health check and the logs of the container that others wait for.'),
    };
  },
  remedies: ['openDefinition', 'openLogs'],
  wants: ['definition', 'logs'],
});

const spot = saidByAws({
  id: 'spot-interruption',
  patterns: [/Spot (?:Task|interruption)|Your Spot/i],
  say: () => ({
    sentence: l10n.t('AWS took the Spot capacity of the task back, with two minutes’ notice.'),
    short: l10n.t('Spot interruption'),
    advice: l10n.t(
      'Nothing is wrong with the task. Mix FARGATE_SPOT with FARGATE by a base in the capacity provider strategy.',
    ),
  }),
  remedies: ['openService'],
});

/** A sentence with the instance where ECS names it, and one without. */
function ofInstance(words: string, named: (id: string) => string, unnamed: () => string): string {
  const id = nameIn(words, 'instance');
  return id === undefined ? unnamed() : named(id);
}

const hostGone = saidByAws({
  id: 'host-gone',
  patterns: [
    /Host EC2[^]*(?:terminated|stopped)|container instance[^]*(?:terminated|deregistered)|ECS agent.*disconnected/i,
  ],
  say: (words) => ({
    sentence: ofInstance(
      words,
      (id) => l10n.t('The container instance {0} went away under the task.', id),
      () => l10n.t('The container instance went away under the task.'),
    ),
    short: l10n.t('instance went away'),
    advice: l10n.t(
      'A service starts the task again elsewhere. Turn on managed draining so that tasks move before an instance ends.',
    ),
  }),
  wants: ['instances'],
});

const draining = saidByAws({
  id: 'host-draining',
  patterns: [/DRAINING state|instance is (?:being )?drain/i],
  say: (words) => ({
    sentence: ofInstance(
      words,
      (id) => l10n.t('The container instance {0} is being drained.', id),
      () => l10n.t('The container instance is being drained.'),
    ),
    short: l10n.t('instance draining'),
    advice: l10n.t('A service starts the task again on another instance.'),
  }),
});

const maintenance = saidByAws({
  id: 'maintenance',
  patterns: [/performing maintenance|task retirement|scheduled for retirement/i],
  say: () => ({
    sentence: l10n.t('AWS replaced the host of the task (maintenance).'),
    short: l10n.t('AWS maintenance'),
    advice: l10n.t('Nothing is wrong with the task; a service starts it again elsewhere.'),
  }),
});

const scaledIn = saidByAws({
  id: 'scaled-in',
  patterns: [/Scaling activity initiated by/i],
  say: (words) => ({
    sentence: /deployment ecs-svc/.test(words)
      ? l10n.t('The service no longer wanted the task: a deployment replaced it, or it was scaled in.')
      : l10n.t('The service was scaled in.'),
    short: l10n.t('replaced or scaled in'),
    advice: l10n.t('This is no failure.'),
  }),
  isWanted: true,
});

const rebalanced = saidByAws({
  id: 'rebalanced',
  patterns: [/AZ[ -]?rebalanc|Availability Zone rebalancing/i],
  say: () => ({
    sentence: l10n.t('ECS moved the task to spread the service over Availability Zones.'),
    short: l10n.t('moved to another zone'),
    advice: l10n.t('This is no failure.'),
  }),
  isWanted: true,
});

/** The reason is whatever the person or program wrote who stopped it. */
const askedFor: Cause = {
  id: 'stopped-by-request',
  about: ['task'],
  judge({ task }) {
    if (task?.stopCode !== 'UserInitiated') return undefined;
    const reason = task.stoppedReason ?? '';
    const isOwnWords = reason !== '' && !/^Task stopped by user/i.test(reason);
    return {
      certainty: 'certain',
      sentence: isOwnWords
        ? l10n.t('Somebody stopped the task (StopTask): {0}', reason)
        : l10n.t('Somebody stopped the task (StopTask).'),
      short: isOwnWords ? reason : l10n.t('stopped by request'),
      advice: l10n.t('This is no failure; 137 or 143 is how a container ends that is told to.'),
      evidence: [{ text: 'UserInitiated', from: 'stopCode' }],
      isWanted: true,
    };
  },
};

export const stoppedCauses: readonly Cause[] = [
  askedFor,
  loadBalancer,
  containerCheck,
  spot,
  hostGone,
  draining,
  maintenance,
  rebalanced,
  scaledIn,
  dependency,
];
