import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { shellAmong } from '../../facts/shells.ts';
import type { SourceDocument } from '../../document/document.ts';
import type { List } from '../../document/fields.ts';
import {
  asLine,
  commandOf,
  type ContainerCommand,
  listInText,
  rewrite,
  shellWords,
  type Word,
} from '../../rule/commandWords.ts';
import type { Problem, Rule } from '../../rule/rule.ts';

/** Instructions of a Dockerfile and the first word of a health check, alone or with what belongs behind them. */
const foreignWord = /^(?:CMD-SHELL|CMD|ENTRYPOINT|RUN)(?=,?\s|$),?\s*/;

export const commandForm: Rule = {
  id: 'TD0DB',
  severity: 'warning',
  title: "A command has no Dockerfile's CMD before its words, and is no list within a text.",
  link: links.containerDefinition,
  check(task, report) {
    for (const container of task.containers) {
      const command = commandOf(task, container);
      if (!command) continue;
      const { lists, entry } = command;
      for (const problem of [
        problemIn(task.document, lists.entryPoint, entry, command),
        problemIn(task.document, lists.command, command.command, command),
      ])
        if (problem) report(problem);
    }
  },
};

function problemIn(
  document: SourceDocument,
  list: List,
  words: readonly Word[],
  command: ContainerCommand,
): Problem | undefined {
  const [first, ...rest] = words;
  if (!first) return undefined;
  const inner = rest.length === 0 ? listInText(first.raw) : undefined;
  if (inner)
    return {
      at: first.node,
      message: l10n.t('This is a list within a text, which is taken for one word: its words stand in the list itself.'),
      fixes: rewrite(document, list, inner, l10n.t('Make it a list')),
    };
  const foreign = foreignWord.exec(first.raw)?.[0];
  if (foreign === undefined) return undefined;
  const behind = [first.raw.slice(foreign.length), ...rest.map(({ raw }) => raw)].filter((word) => word !== '');
  const word = foreign.replace(/[,\s]+$/, '');
  const throughShell =
    word === 'CMD-SHELL' && (list === command.lists.entryPoint || !shellAmong(command.entry.map(({ text }) => text)));
  return {
    at: first.node,
    message: l10n.t(
      '"{0}" belongs into a Dockerfile or a health check: here it is taken for the name of a program.',
      word,
    ),
    fixes:
      behind.length === 0
        ? []
        : rewrite(
            document,
            list,
            throughShell ? [...shellWords(command.windows), behind.length > 1 ? asLine(behind) : behind[0]!] : behind,
            throughShell ? l10n.t('Run it in a shell') : l10n.t('Remove {0}', `"${word}"`),
          ),
  };
}
