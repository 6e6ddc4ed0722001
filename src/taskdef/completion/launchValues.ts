import * as l10n from '@vscode/l10n';
import type { LaunchType } from '../document/siblingFacts.ts';
import { taskShape } from '../document/schema.ts';
import type { Task } from '../document/task.ts';
import type { CompletionRequest, Proposal } from './request.ts';

const modes: Readonly<Record<LaunchType, readonly string[]>> = {
  FARGATE: ['awsvpc'],
  EC2: ['awsvpc', 'bridge', 'host', 'none'],
  MANAGED_INSTANCES: ['awsvpc', 'host', 'none'],
  EXTERNAL: ['bridge', 'host', 'none'],
};

export function networkModes({ task }: CompletionRequest): Proposal[] {
  return ['awsvpc', 'bridge', 'host', 'none'].map((value) => ({ value, refused: modeRefusal(task, value) }));
}

function modeRefusal(task: Task, mode: string): string | undefined {
  for (const type of Object.keys(modes) as LaunchType[]) {
    const certainty = task.launch(type);
    if ((certainty === 'yes' || certainty === 'likely') && !modes[type].includes(mode))
      return l10n.t('not with {0}', type);
  }
  if (task.windows === 'yes' && mode !== 'awsvpc') return l10n.t('not on Windows');
  return undefined;
}

/** Launch types that are not listed yet; one that the network mode excludes is marked. */
export function launchTypes({ task, cursor }: CompletionRequest): Proposal[] {
  const all = taskShape.members.get('requiresCompatibilities')!.items!.enumValues! as readonly LaunchType[];
  const order: LaunchType[] = ['FARGATE', 'EC2', 'MANAGED_INSTANCES', 'EXTERNAL'];
  const present = task.fields
    .list('requiresCompatibilities')
    .texts()
    .filter(({ node }) => node.offset !== cursor.token.offset || cursor.token.length === 0)
    .map(({ value }) => value);
  const mode = task.fields.str('networkMode').value;
  return [...all]
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .filter((type) => !present.includes(type))
    .map((value) => ({
      value,
      refused: mode !== undefined && !modes[value].includes(mode) ? l10n.t('not with {0}', mode) : undefined,
    }));
}

const retired = ['WINDOWS_SERVER_2016_FULL', 'WINDOWS_SERVER_2004_CORE', 'WINDOWS_SERVER_20H2_CORE'];

export function operatingSystems({ task, holder }: CompletionRequest): Proposal[] {
  const fargate = task.launch('FARGATE') === 'yes';
  const arm = holder.str('cpuArchitecture').value === 'ARM64';
  return [
    'LINUX',
    ...['2025', '2022', '2019'].flatMap((year) => [`WINDOWS_SERVER_${year}_CORE`, `WINDOWS_SERVER_${year}_FULL`]),
    ...retired,
  ].map((value) => {
    if (arm && value !== 'LINUX') return { value, refused: l10n.t('not with ARM64') };
    return {
      value,
      refused: retired.includes(value) ? (fargate ? l10n.t('not on Fargate') : l10n.t('out of support')) : undefined,
    };
  });
}
