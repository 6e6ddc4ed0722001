import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { isShellBuiltin, isShellOperator, readsOperatorsItself, shellAmong } from '../../facts/shells.ts';
import type { SourceDocument } from '../../document/document.ts';
import {
  asLine,
  commandOf,
  gistOf,
  type ContainerCommand,
  rewrite,
  shellWords,
  type Word,
  unlessShell,
} from '../../rule/commandWords.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';

export const shellSyntax: Rule = {
  id: 'TD0D9',
  severity: 'warning',
  title: 'Without a shell, && and | are plain words, and cd and NAME=value are no programs.',
  link: links.containerDefinition,
  check(task, report) {
    for (const container of task.containers) {
      const command = commandOf(task, container);
      const found = command && syntaxIn(command);
      if (!found) continue;
      report({
        at: found.word.node,
        message: command.behindImage ? `${found.message} ${unlessShell()}` : found.message,
        fixes: throughShell(task.document, command),
      });
    }
  },
};

function syntaxIn({ all, behindImage }: ContainerCommand): { word: Word; message: string } | undefined {
  const [program, ...others] = all;
  if (!program || shellAmong(all.map(({ text }) => text))) return undefined;
  if (isAssignment(program, others, behindImage))
    return {
      word: program,
      message: l10n.t(
        '"{0}" is taken for the program: only a shell, or env, sets a variable there.',
        gistOf(program.raw),
      ),
    };
  if (isShellBuiltin(program.text) && others.length > 0)
    return { word: program, message: l10n.t('"{0}" is a command of a shell, and no program.', program.raw) };
  if (readsOperatorsItself(program.text) || others.some(({ text }) => /^-(?:exec|okdir|ok|execdir)$/.test(text)))
    return undefined;
  const operator = others.find(({ text }) => isShellOperator(text));
  if (!operator) return undefined;
  return {
    word: operator,
    message: l10n.t(
      'Without a shell "{0}" is a plain word, which {1} gets as an argument.',
      operator.raw,
      gistOf(program.raw),
    ),
  };
}

/** Behind an entry point of the image, what looks like a variable may be an argument: `if=/dev/zero`. */
function isAssignment({ text }: Word, others: readonly Word[], behindImage: boolean): boolean {
  if (!behindImage) return /^[A-Za-z_]\w*=/.test(text);
  return /^[A-Z_][A-Z0-9_]*=/.test(text) && others.some((one) => !/^[A-Za-z_]\w*=/.test(one.text));
}

function throughShell(document: SourceDocument, { lists, all, entry, command, windows }: ContainerCommand): Fix[] {
  const title = l10n.t('Run it in a shell');
  const line = [...shellWords(windows), asLine(all.map(({ raw }) => raw))];
  if (entry.length === 0) return rewrite(document, lists.command, line, title);
  return command.length === 0 ? rewrite(document, lists.entryPoint, line, title) : [];
}
