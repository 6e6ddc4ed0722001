import * as l10n from '@vscode/l10n';
import type { Cause } from '../cause.ts';
import { nameIn, saidByAws } from '../words.ts';

// What keeps the program of a container from being started.

const programOf = (words: string): string => nameIn(words, 'program') ?? l10n.t('of command or entryPoint');

const portTaken = saidByAws({
  id: 'host-port-taken',
  patterns: [/port is already allocated|address already in use|failed to bind host port|Bind for [\d.:[\]]+ failed/i],
  say: (words) => {
    const port = /(?:Bind for |bind host port for )[^\s]*?:(\d+)/i.exec(words)?.[1] ?? nameIn(words, 'port');
    return {
      sentence: port
        ? l10n.t('Another task or program on the instance has the host port {0}.', port)
        : l10n.t('Another task or program on the instance has the host port.'),
      short: l10n.t('host port taken'),
      advice: l10n.t('Set hostPort to 0 so that the instance picks a free port, or place one task an instance.'),
    };
  },
  remedies: ['openDefinition'],
});

const hidden = saidByAws({
  id: 'program-missing-at-path',
  patterns: [/exec: "?[./~\w-]*\/[^"]*"?: (?:stat|no such file)|exec:[^]*stat \S+: no such file or directory/i],
  say: (words) => ({
    sentence: l10n.t('There is no program {0} in the container.', programOf(words)),
    short: l10n.t('no program at that path'),
    advice: l10n.t(
      'Correct the path in command or entryPoint, or in the image; a volume mounted over its folder hides it.',
    ),
  }),
  remedies: ['openDefinition'],
  wants: ['definition'],
});

const notInPath = saidByAws({
  id: 'program-not-found',
  patterns: [/executable file not found|exec: "[^"/]+": (?:stat|not found)|no such file or directory: unknown/i],
  say: (words) => ({
    sentence: l10n.t('The image has no program {0}.', programOf(words)),
    short: l10n.t('program not found'),
    advice: l10n.t(
      'Correct command or entryPoint: each word is an item of its own, and a line for a shell needs ["sh", "-c", …].',
    ),
  }),
  remedies: ['openDefinition', 'deployPrevious'],
});

const notExecutable = saidByAws({
  id: 'program-not-executable',
  patterns: [/exec:[^]*permission denied|container process[^]*permission denied/i],
  say: (words) => ({
    sentence: l10n.t('The program {0} may not be executed.', programOf(words)),
    short: l10n.t('program not executable'),
    advice: l10n.t('Give it the permission to be executed (chmod +x) in the image, or run it through its interpreter.'),
  }),
  remedies: ['openDefinition'],
});

const otherFormat = saidByAws({
  id: 'program-other-format',
  patterns: [/exec format error/i],
  say: () => ({
    sentence: l10n.t(
      'The program was built for another CPU architecture, or it is a script without its first line (#!).',
    ),
    short: l10n.t('exec format error'),
    advice: l10n.t('Build the image for the architecture of the task, or change runtimePlatform.'),
  }),
  remedies: ['openDefinition', 'deployPrevious'],
});

const slowHost = saidByAws({
  id: 'host-slow',
  patterns: [
    /(?:DockerTimeoutError|ContainerRuntimeTimeoutError|Could not transition to \w+)|timed out after waiting/i,
  ],
  say: () => ({
    sentence: l10n.t('The host was too slow to create or start the container.'),
    short: l10n.t('host too slow'),
    advice: l10n.t('It may be short of CPU, memory, disk throughput or burst credits; look at the instance.'),
  }),
});

const memoryTooSmall = saidByAws({
  id: 'memory-too-small',
  patterns: [/Minimum memory limit allowed|memory limit too low|cannot allocate memory|OCI runtime[^]*memory/i],
  say: () => ({
    sentence: l10n.t('The container has too little memory to be started.'),
    short: l10n.t('too little memory to start'),
    advice: l10n.t('Raise memory of the container or of the task.'),
  }),
  remedies: ['openDefinition'],
});

const mount = saidByAws({
  id: 'mount-failed',
  patterns: [
    /invalid mount config|error mounting|not a directory: unknown|bind source path does not exist|failed to mount/i,
  ],
  say: (words) => ({
    sentence: l10n.t('A volume could not be mounted into the container: {0}', words.trim()),
    short: l10n.t('mount failed'),
    advice: l10n.t('Look at sourcePath, containerPath and whether one of them is a file and the other a directory.'),
  }),
  remedies: ['openDefinition'],
});

const user = saidByAws({
  id: 'user-not-found',
  patterns: [/unable to find (?:user|group)|no matching entries in passwd/i],
  say: () => ({
    sentence: l10n.t('The image has no user of the name that "user" gives.'),
    short: l10n.t('user not in the image'),
    advice: l10n.t('Name a user that the image has, or a number.'),
  }),
  remedies: ['openDefinition'],
});

export const containerCauses: readonly Cause[] = [
  portTaken,
  otherFormat,
  user,
  mount,
  notExecutable,
  hidden,
  notInPath,
  memoryTooSmall,
  slowHost,
];
