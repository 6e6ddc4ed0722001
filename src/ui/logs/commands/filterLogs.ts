import { l10n } from 'vscode';
import { checkFilterPattern, type PatternProblem } from '../../../logs/read/filterPattern.ts';
import { parseTextFilter } from '../../../logs/lines/textFilter.ts';
import type { Workbench } from '../../common/workbench.ts';
import type { LogFilter, LogStream } from '../logStream.ts';
import { logStreams } from '../logStreams.ts';
import { pickStream } from './streamPicker.ts';
import { askInput, pickOne } from '../../common/pick/pickOne.ts';

export function failure(): string {
  return l10n.t('The logs were not filtered.');
}

/** Filter Logs: by a CloudWatch pattern, which the service applies, or by a text, applied here. */
export async function run(workbench: Workbench): Promise<void> {
  const streams = logStreams(workbench);
  const stream = await pickStream(streams, l10n.t('Filter Logs'), ['running', 'paused', 'hidden', 'ended']);
  await streams.refilter(stream, await askFilter(stream));
}

async function askFilter({ filter }: LogStream): Promise<LogFilter> {
  const kinds = [
    {
      label: l10n.t('$(search) Text…'),
      detail: l10n.t('Lines that contain a text, or match a /regular expression/'),
      ask: async () => ({ ...filter, text: await askText(filter.text) }),
    },
    {
      label: l10n.t('$(filter) CloudWatch Pattern…'),
      detail: l10n.t('Applied by the service: only matching lines are read'),
      ask: async () => ({ ...filter, pattern: await askPattern(filter.pattern) }),
    },
    { label: l10n.t('$(clear-all) No Filter'), ask: () => Promise.resolve({}) },
  ];
  const picked = await pickOne(kinds, { title: l10n.t('Filter Logs') });
  return picked.ask();
}

async function askText(value: string | undefined): Promise<string> {
  return askInput({
    value,
    ignoreFocusOut: true,
    title: l10n.t('Filter Logs by Text'),
    prompt: l10n.t('A text in any case, or a /regular expression/i'),
    validateInput: (text) => {
      try {
        parseTextFilter(text);
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  });
}

/** Asks for a CloudWatch filter pattern and tells of mistakes while it is typed. */
export async function askPattern(value: string | undefined): Promise<string> {
  return askInput({
    value,
    ignoreFocusOut: true,
    title: l10n.t('CloudWatch Filter Pattern'),
    prompt: l10n.t('For example ERROR, ?timeout ?refused, {0} or %5\\d\\d%', '{ $.level = "error" }'),
    validateInput: (text) => {
      const problem = checkFilterPattern(text);
      return problem && l10n.t('Character {0}: {1}', problem.offset + 1, problemText(problem));
    },
  });
}

function problemText({ kind, text }: PatternProblem): string {
  switch (kind) {
    case 'tooLong':
      return l10n.t('a pattern has at most 1,024 characters');
    case 'openQuote':
      return l10n.t('the quotation mark is not closed');
    case 'openExpression':
      return l10n.t('the % that ends the regular expression is missing');
    case 'openBracket':
      return l10n.t('a bracket is not closed');
    case 'quoteNeeded':
      return l10n.t('a term with “{0}” needs quotation marks', text);
    case 'badSelector':
      return l10n.t('a field such as $.level is expected, not “{0}”', text);
    case 'badOperator':
      return l10n.t('an operator such as =, !=, >=, IS NULL, && or || is expected, not “{0}”', text);
    case 'valueMissing':
      return l10n.t('a value is expected');
    case 'trailing':
      return l10n.t('nothing may follow here: “{0}”', text);
    case 'badExpression':
      return l10n.t('CloudWatch does not take this regular expression: “{0}”', text);
  }
}
