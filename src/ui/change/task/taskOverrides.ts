import type { ContainerOverride } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, window } from 'vscode';
import { parseAssignments, parseCommandLine } from '../../../ecs/text/commandLine.ts';
import { pickOne } from '../../common/pick/pickOne.ts';
import type { TaskShape } from './taskShape.ts';

/** What a run changes in one container, with lines that name variables but not their values. */
export interface TaskOverrides {
  input: ContainerOverride;
  lines: string[];
}

/** Asks for another command and further environment variables; undefined where the person wants none. */
export async function askOverrides({ containerDefinitions = [] }: TaskShape): Promise<TaskOverrides | undefined> {
  const none = { label: l10n.t('As registered'), container: undefined };
  const items = containerDefinitions.map(({ name = '' }) => ({
    label: l10n.t('Change command or environment of {0}', name),
    container: name,
  }));
  const picked = await pickOne([none, ...items], {
    title: l10n.t('Run Task'),
    placeHolder: l10n.t('Overrides'),
  });
  if (picked.container === undefined) return undefined;
  const command = await ask({
    prompt: l10n.t('Command of {0}; empty leaves it as registered', picked.container),
    example: 'python manage.py migrate',
    parse: parseCommandLine,
    problem: l10n.t('Words, quoted where needed, or a JSON list.'),
  });
  const environment = await ask({
    prompt: l10n.t('Environment variables to add or change; empty for none'),
    example: 'NAME=value OTHER="two words"',
    parse: parseAssignments,
    problem: l10n.t('NAME=value, separated by blanks.'),
  });
  const lines = [
    ...(command.length > 0 ? [l10n.t('{0}: command {1}', picked.container, command.join(' '))] : []),
    ...environment.map(({ name }) => l10n.t('{0}: environment variable {1}', picked.container, name)),
  ];
  if (lines.length === 0) return undefined;
  const input: ContainerOverride = { name: picked.container };
  if (command.length > 0) input.command = command;
  if (environment.length > 0) input.environment = environment;
  return { input, lines };
}

async function ask<T>(options: {
  prompt: string;
  example: string;
  parse: (text: string) => T[] | undefined;
  problem: string;
}): Promise<T[]> {
  const { prompt, example, parse, problem } = options;
  const text = await window.showInputBox({
    title: l10n.t('Run Task'),
    prompt,
    placeHolder: example,
    validateInput: (typed) => (parse(typed) ? undefined : problem),
  });
  const parsed = text === undefined ? undefined : parse(text);
  if (!parsed) throw new CancellationError();
  return parsed;
}
