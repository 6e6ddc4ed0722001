import type { Task } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import type { Cause, Evidence, Judgement } from '../cause.ts';
import type { Facts } from '../facts.ts';

// Why a task that has not stopped does not run, or runs and is not well.

interface WaitingCause {
  id: string;
  isSo: (task: Task) => boolean;
  say: (task: Task, facts: Facts) => Pick<Judgement, 'sentence' | 'short' | 'advice' | 'wants'> & Partial<Judgement>;
}

function waiting({ id, isSo, say }: WaitingCause): Cause {
  return {
    id,
    about: ['task'],
    judge(facts) {
      const { task, subject } = facts;
      // Of a service the task that failed is asked about, never one that is on its way.
      if (!task || subject !== 'task' || task.desiredStatus === 'STOPPED' || !isSo(task)) return undefined;
      return { certainty: 'likely', evidence: statusEvidence(task, facts.now), ...say(task, facts) };
    },
  };
}

function statusEvidence({ lastStatus = '', createdAt }: Task, now: number): Evidence[] {
  const minutes = createdAt ? Math.floor((now - createdAt.getTime()) / 60_000) : undefined;
  const since = minutes === undefined ? '' : l10n.t(', created {0} min ago', minutes);
  return [{ text: `${lastStatus}${since}`, from: 'lastStatus' }];
}

const forCapacity = waiting({
  id: 'waits-for-capacity',
  isSo: ({ lastStatus, capacityProviderName = '', containerInstanceArn }) =>
    lastStatus === 'PROVISIONING' &&
    capacityProviderName !== '' &&
    !capacityProviderName.startsWith('FARGATE') &&
    !containerInstanceArn,
  say: ({ capacityProviderName = '' }) => ({
    sentence: l10n.t('The task waits for an instance: the capacity provider {0} has none free.', capacityProviderName),
    short: l10n.t('waits for an instance'),
    advice: l10n.t(
      'Managed scaling starts one, which takes some minutes; look at the Auto Scaling group whether it may grow.',
    ),
    wants: ['instances'],
  }),
});

const provisioning = waiting({
  id: 'provisioning',
  isSo: (task) => task.lastStatus === 'PROVISIONING' && !forCapacity.judge({ subject: 'task', task, now: 0 }),
  say: () => ({
    sentence: l10n.t('ECS prepares the task: a place, and a network interface.'),
    short: l10n.t('is prepared'),
    advice: l10n.t('This takes seconds as a rule. Minutes point to a subnet without free addresses.'),
    wants: ['reach'],
  }),
});

const pulling = waiting({
  id: 'pulling-images',
  isSo: ({ lastStatus, pullStartedAt, pullStoppedAt }) =>
    lastStatus === 'PENDING' && pullStartedAt !== undefined && pullStoppedAt === undefined,
  say: ({ pullStartedAt }, { now }) => ({
    sentence: l10n.t(
      'The task pulls its images, for {0} s so far.',
      Math.max(0, Math.round((now - (pullStartedAt?.getTime() ?? now)) / 1000)),
    ),
    short: l10n.t('pulls images'),
    advice: l10n.t('Large images take minutes. Where it never ends, the task has no good way to its registry.'),
    wants: ['reach', 'images'],
  }),
});

const starting = waiting({
  id: 'containers-start',
  isSo: ({ lastStatus, pullStartedAt, pullStoppedAt }) =>
    lastStatus === 'PENDING' && (pullStoppedAt !== undefined || pullStartedAt === undefined),
  say: (_, { definition }) => {
    const waits = definition?.containerDefinitions?.find(({ dependsOn }) => dependsOn?.length);
    const [other] = waits?.dependsOn ?? [];
    return {
      sentence: other
        ? l10n.t(
            'The containers start; {0} waits for {1} to be {2}.',
            waits?.name ?? '',
            other.containerName ?? '',
            other.condition ?? '',
          )
        : l10n.t('The containers of the task start.'),
      short: l10n.t('containers start'),
      advice: l10n.t(
        'Secrets, log groups and file systems are fetched now; what fails there stops the task within minutes.',
      ),
      wants: ['definition'],
    };
  },
});

const activating = waiting({
  id: 'activating',
  isSo: ({ lastStatus }) => lastStatus === 'ACTIVATING',
  say: () => ({
    sentence: l10n.t('The task runs and is being registered with its target groups or service discovery.'),
    short: l10n.t('is registered'),
    advice: l10n.t('It is called running when that is done.'),
    wants: ['targets'],
  }),
});

const unhealthy = waiting({
  id: 'running-unhealthy',
  isSo: ({ lastStatus, healthStatus }) => lastStatus === 'RUNNING' && healthStatus === 'UNHEALTHY',
  say: ({ containers = [] }, { definition }) => {
    const ill = containers.find(({ healthStatus }) => healthStatus === 'UNHEALTHY')?.name;
    const command = definition?.containerDefinitions?.find(({ name }) => name === ill)?.healthCheck?.command?.join(' ');
    return {
      certainty: 'certain',
      sentence: command
        ? l10n.t('The health check of container {0} fails: {1}', ill ?? '', command)
        : l10n.t('The health check of container {0} fails.', ill ?? ''),
      short: l10n.t('container unhealthy'),
      advice: l10n.t(
        'Is the program of the check in the image, and does the application listen where it asks? A service replaces the task.',
      ),
      evidence: [{ text: `${ill ?? ''}: UNHEALTHY`, from: 'containers[].healthStatus' }],
      remedies: ['openLogs', 'openDefinition'],
      wants: ['definition', 'logs'],
    };
  },
});

const running = waiting({
  id: 'running',
  isSo: ({ lastStatus, healthStatus }) => lastStatus === 'RUNNING' && healthStatus !== 'UNHEALTHY',
  say: () => ({
    sentence: l10n.t('The task runs, and ECS knows of nothing that is wrong with it.'),
    short: l10n.t('runs'),
    advice: l10n.t('If it does not answer all the same, look at its logs.'),
    isWanted: true,
    remedies: ['openLogs'],
    wants: ['logs'],
  }),
});

const leaving: Cause = {
  id: 'stopping',
  about: ['task'],
  isLast: true,
  judge({ task, subject }) {
    if (!task || subject !== 'task' || task.desiredStatus !== 'STOPPED' || task.lastStatus === 'STOPPED')
      return undefined;
    return {
      certainty: 'likely',
      sentence: l10n.t('The task is stopping.'),
      short: l10n.t('stopping'),
      advice: l10n.t(
        'Connections are drained for the deregistration delay of the target group, then stopTimeout runs.',
      ),
      evidence: [{ text: task.lastStatus ?? '', from: 'lastStatus' }],
      isWanted: true,
    };
  },
};

export const waitingCauses: readonly Cause[] = [
  forCapacity,
  provisioning,
  pulling,
  starting,
  activating,
  unhealthy,
  running,
  leaving,
];
