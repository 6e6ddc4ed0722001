import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { shellAmong } from '../../facts/shells.ts';
import type { SourceDocument } from '../../document/document.ts';
import {
  asLine,
  commandOf,
  gistOf,
  type ContainerCommand,
  rewrite,
  splitWord,
  type Word,
} from '../../rule/commandWords.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Problem, Rule } from '../../rule/rule.ts';

export const shellScript: Rule = {
  id: 'TD0DA',
  severity: 'warning',
  title: 'A shell runs the one word behind -c; what follows it are parameters of that script.',
  link: links.containerDefinition,
  check(task, report) {
    for (const container of task.containers) {
      const command = commandOf(task, container);
      const problem = command && problemIn(task.document, command);
      if (problem) report(problem);
    }
  },
};

function problemIn(document: SourceDocument, command: ContainerCommand): Problem | undefined {
  const { all } = command;
  const shell = shellAmong(all.map(({ text }) => text));
  if (!shell?.posix) return undefined;
  const name = all[shell.at]!.raw;
  if (shell.script === undefined) return withoutOption(document, all[shell.at + 1], name);
  const option = all[shell.script - 1]!;
  const script = all[shell.script];
  if (!script)
    return { at: option.node, message: l10n.t('{0} {1} is followed by nothing to run.', name, option.raw), fixes: [] };
  const rest = all.slice(shell.script + 1);
  // `$0`, `$1`, `"$@"`: the script asks for what follows.
  if (rest.length === 0 || /\$\{?[0-9@*#]/.test(script.raw)) return undefined;
  return {
    at: rest[0]!.node,
    message: l10n.t(
      '{0} {1} runs "{2}" alone: "{3}" and what follows are parameters that it does not ask for.',
      name,
      option.raw,
      gistOf(script.raw),
      gistOf(rest[0]!.raw),
    ),
    fixes: joined(document, command, script, rest),
  };
}

/** `sh "npm start"` looks for a file of that name. */
function withoutOption(document: SourceDocument, next: Word | undefined, shell: string): Problem | undefined {
  const [, option = '', script = ''] = /^(-[a-z]*c)\s+(\S.*)$/s.exec(next?.raw ?? '') ?? [];
  if (next && script)
    return {
      at: next.node,
      message: l10n.t('{0} and the script behind it are two texts of the list, not one.', option),
      fixes: [splitWord(document, next.node, [option, script], l10n.t('Write two texts'))],
    };
  if (!next || !/^[\w./]\S*\s+\S/.test(next.text)) return undefined;
  return {
    at: next.node,
    message: l10n.t('Without -c {0} takes "{1}" for the name of a file.', shell, gistOf(next.raw)),
    fixes: [splitWord(document, next.node, ['-c', next.raw], l10n.t('Put -c before it'))],
  };
}

/** Script and parameters as one word, where they stand in one list. */
function joined(document: SourceDocument, command: ContainerCommand, script: Word, rest: readonly Word[]): Fix[] {
  const list = [command.lists.command, command.lists.entryPoint].find(({ items }) => items.includes(script.node));
  if (!list || !rest.every(({ node }) => list.items.includes(node))) return [];
  const words = [...command.entry, ...command.command].filter(({ node }) => list.items.includes(node));
  const at = words.indexOf(script);
  const line = [script.raw, asLine(rest.map(({ raw }) => raw))].join(' ');
  return rewrite(
    document,
    list,
    [...words.slice(0, at).map(({ raw }) => raw), line],
    l10n.t('Write all of it as one text'),
  );
}
