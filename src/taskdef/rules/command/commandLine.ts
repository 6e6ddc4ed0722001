import * as l10n from '@vscode/l10n';
import { parseCommandLine } from '../../../ecs/text/commandLine.ts';
import { links } from '../../facts/links.ts';
import { isCommandLine, needsShell, shellAmong, wordsBetweenCommas } from '../../facts/shells.ts';
import type { SourceDocument } from '../../document/document.ts';
import {
  commandOf,
  gistOf,
  type ContainerCommand,
  rewrite,
  shellWords,
  splitWord,
  type Word,
  unlessShell,
} from '../../rule/commandWords.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';

export const commandLine: Rule = {
  id: 'TD0D8',
  severity: 'warning',
  title: 'A command is a list of words: a line in one word is taken for the name of a program.',
  link: links.containerDefinition,
  check(task, report) {
    for (const container of task.containers) {
      const command = commandOf(task, container);
      const line = command && lineIn(command);
      if (!line) continue;
      const { word, message, words } = line;
      const fixes = words
        ? [splitWord(task.document, word.node, words, l10n.t('Write one text for each word'))]
        : repairs(task.document, command, word);
      report({ at: word.node, message, fixes });
    }
  },
};

interface Line {
  word: Word;
  message: string;
  /** Its words, where more than blanks tell them. */
  words?: readonly string[];
}

function lineIn(command: ContainerCommand): Line | undefined {
  const { entry, all, behindImage } = command;
  const program = all[0]!;
  const words = wordsBetweenCommas(program.raw);
  if (words)
    return {
      word: program,
      message: l10n.t(
        '"{0}, …" is one word, so all of it is taken for the name of a program: commas part words in the console alone.',
        words[0]!,
      ),
      words,
    };
  if (isCommandLine(program.text)) {
    if (program.text.startsWith('-'))
      return {
        word: program,
        message: l10n.t('"{0}" is one word: the program gets all of it as a single option.', gistOf(program.raw)),
      };
    const message = l10n.t('"{0}" is one word, so all of it is taken for the name of a program.', gistOf(program.raw));
    return { word: program, message: behindImage ? `${message} ${unlessShell()}` : message };
  }
  // A script for whatever comes before it: `python -c`, `powershell -Command`.
  const [only, ...others] = command.command;
  const before = entry.at(-1);
  if (!only || !before || others.length > 0 || /^(?:-\w|\/\w$)/.test(before.text) || only.text.startsWith('-'))
    return undefined;
  if (shellAmong(entry.map(({ text }) => text)) || !isCommandLine(only.text)) return undefined;
  return {
    word: only,
    message: l10n.t('"{0}" is one word: {1} gets all of it as a single argument.', gistOf(only.raw), entry[0]!.raw),
  };
}

/** Split where that is all it takes, else through a shell. */
function repairs(
  document: SourceDocument,
  { lists, entry, all, behindImage, windows }: ContainerCommand,
  word: Word,
): Fix[] {
  const { raw, text } = word;
  const words = needsShell(raw) || /^[A-Z_]\w*=/.test(raw) || text !== raw ? undefined : parseCommandLine(raw);
  const throughShell = [...shellWords(windows), raw];
  const shell =
    all[0] === word && all.length === (behindImage ? 1 : entry.length)
      ? rewrite(document, behindImage ? lists.command : lists.entryPoint, throughShell, l10n.t('Run it in a shell'))
      : [];
  if (!words) return shell;
  const split = splitWord(document, word.node, words, l10n.t('Write one text for each word'));
  return [split, ...shell.map((fix) => ({ ...fix, preferred: false }))];
}
