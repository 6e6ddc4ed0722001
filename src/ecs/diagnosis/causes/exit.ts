import type { Container } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { endingContainer } from '../../task/endingContainer.ts';
import { isOrderlyStop } from '../../task/taskStatus.ts';
import type { Cause, Evidence, Judgement } from '../cause.ts';
import type { Facts } from '../facts.ts';
import { containersOf, exitEvidence, saidByAws, wordsThatSay } from '../words.ts';

// How containers ended. What ECS ended after the first essential one did not fail.

const outOfMemory = saidByAws({
  id: 'out-of-memory',
  patterns: [/OutOfMemory/i],
  say: (_, facts) => {
    const { name = '' } = containersOf(facts).find(({ reason }) => /OutOfMemory/i.test(reason ?? '')) ?? {};
    const limit = limitOf(facts, name);
    return {
      sentence: limit
        ? l10n.t('Container {0} used more memory than its {1} MiB.', name, limit)
        : l10n.t('Container {0} used more memory than its limit.', name),
      short: l10n.t('out of memory'),
      advice: l10n.t('Raise its memory, or find the leak.'),
    };
  },
  remedies: ['openDefinition', 'openLogs'],
  wants: ['definition', 'logs'],
});

function limitOf({ definition, task }: Facts, name: string): string | undefined {
  const memory = definition?.containerDefinitions?.find((one) => one.name === name)?.memory;
  return memory === undefined ? definition && task?.memory : String(memory);
}

/** The container that ended the task. */
export function decidingContainer(facts: Facts): Container | undefined {
  return endingContainer(containersOf(facts), (name) => isEssential(facts, name));
}

/** Containers are essential unless the definition says otherwise; an unknown one may be. */
function isEssential({ definition }: Facts, name: string | undefined): boolean {
  return definition?.containerDefinitions?.find((one) => one.name === name)?.essential !== false;
}

/** Whether containers ended the task by themselves, and not a person, the scheduler or a host. */
function endedByItself({ task }: Facts): boolean {
  if (!task || isOrderlyStop(task)) return false;
  if (task.stopCode !== undefined) return task.stopCode === 'EssentialContainerExited';
  return /essential container/i.test(task.stoppedReason ?? '') || task.stoppedReason === undefined;
}

interface ExitCause {
  id: string;
  codes: (code: number) => boolean;
  certainty?: Judgement['certainty'];
  say: (name: string, code: number) => Pick<Judgement, 'sentence' | 'short' | 'advice'>;
}

function exitCause({ id, codes, certainty = 'certain', say }: ExitCause): Cause {
  return {
    id,
    about: ['task'],
    judge(facts) {
      if (!endedByItself(facts) || wordsThatSay(facts, [/OutOfMemory/i])) return undefined;
      const container = decidingContainer(facts);
      if (container?.exitCode === undefined || !codes(container.exitCode)) return undefined;
      const logs = tailOf(facts, container.name);
      return {
        certainty,
        ...say(container.name ?? '', container.exitCode),
        evidence: [...exitEvidence(containersOf(facts)), ...logs],
        remedies: container.exitCode === 0 ? ['openLogs'] : ['openLogs', 'deployPrevious', 'openDefinition'],
        wants: ['definition', 'logs'],
      };
    },
  };
}

/** The last line that the container wrote, which most often says why. */
function tailOf({ logs }: Facts, name: string | undefined): Evidence[] {
  const last = logs?.find(({ container }) => container === name)?.lines.findLast((line) => line.trim() !== '');
  return last === undefined ? [] : [{ text: last, from: 'logs' }];
}

const endedWell = exitCause({
  id: 'ended-well',
  codes: (code) => code === 0,
  say: (name) => ({
    sentence: l10n.t('Container {0} ended by itself, without an error (exit code 0).', name),
    short: l10n.t('ended well'),
    advice: l10n.t('Right for a job. A service starts the task again: its container has to keep running.'),
  }),
});

const notFound = exitCause({
  id: 'exit-127',
  codes: (code) => code === 127,
  say: (name) => ({
    sentence: l10n.t('A program that container {0} starts was not found (exit code 127).', name),
    short: l10n.t('program not found'),
    advice: l10n.t('Its last log lines name the program: correct command or entryPoint, or add it to the image.'),
  }),
});

const notExecutable = exitCause({
  id: 'exit-126',
  codes: (code) => code === 126,
  say: (name) => ({
    sentence: l10n.t('A program that container {0} starts may not be executed (exit code 126).', name),
    short: l10n.t('program not executable'),
    advice: l10n.t('Give it the permission to be executed (chmod +x) in the image.'),
  }),
});

const segmentationFault = exitCause({
  id: 'exit-139',
  codes: (code) => code === 139,
  say: (name) => ({
    sentence: l10n.t('Container {0} crashed with a segmentation fault (exit code 139).', name),
    short: l10n.t('segmentation fault'),
    advice: l10n.t('A fault in native code, or a library built for another system or CPU.'),
  }),
});

const killed = exitCause({
  id: 'killed',
  codes: (code) => code === 137,
  certainty: 'likely',
  say: (name) => ({
    sentence: l10n.t('Container {0} was killed (exit code 137), and nothing says that it was for memory.', name),
    short: l10n.t('{0} exited with {1}', name, 137),
    advice: l10n.t(
      'It killed itself, did not stop within stopTimeout, or its host went away. Its last log lines may tell.',
    ),
  }),
});

const terminated = exitCause({
  id: 'terminated',
  codes: (code) => code === 143,
  certainty: 'likely',
  say: (name) => ({
    sentence: l10n.t('Container {0} was told to end and did (exit code 143).', name),
    short: l10n.t('{0} exited with {1}', name, 143),
    advice: l10n.t('Something inside the task or on its host sent it SIGTERM.'),
  }),
});

/** Said of the code alone; what the program meant stands in its log. */
const applicationError = exitCause({
  id: 'application-error',
  codes: (code) => ![0, 126, 127, 137, 139, 143].includes(code),
  say: (name, code) => ({
    sentence: l10n.t('Container {0} ended itself with an error (exit code {1}).', name, code),
    short: l10n.t('{0} exited with {1}', name, code),
    advice: l10n.t('Its last log lines say why.'),
  }),
});

/** What a program built for another CPU writes, where the image could be pulled all the same. */
const otherFormat: Cause = {
  id: 'exit-other-format',
  about: ['task'],
  judge(facts) {
    if (!endedByItself(facts)) return undefined;
    const tail = facts.logs?.find(({ lines }) => lines.some((line) => /exec format error/i.test(line)));
    if (!tail) return undefined;
    const line = tail.lines.find((one) => /exec format error/i.test(one)) ?? '';
    return {
      certainty: 'certain',
      sentence: l10n.t('The image of container {0} was built for another CPU architecture.', tail.container),
      short: l10n.t('image for another CPU'),
      advice: l10n.t('Build it for this one, or change runtimePlatform.'),
      evidence: [{ text: line, from: 'logs' }, ...exitEvidence(containersOf(facts))],
      remedies: ['openDefinition', 'deployPrevious'],
      wants: ['images'],
    };
  },
};

export const exitCauses: readonly Cause[] = [
  outOfMemory,
  otherFormat,
  notExecutable,
  notFound,
  segmentationFault,
  killed,
  terminated,
  applicationError,
  endedWell,
];
