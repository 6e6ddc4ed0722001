import { taskRules } from './ruleTable.ts';

const byLanguage: Readonly<Record<string, ReadonlySet<string>>> = { json: idsFor('json'), jsonc: idsFor('jsonc') };

/** Ids of the rules that VS Code's own JSON support makes superfluous in a language. */
export function reportedByVsCode(languageId: string): ReadonlySet<string> {
  return byLanguage[languageId] ?? new Set();
}

function idsFor(language: 'json' | 'jsonc'): ReadonlySet<string> {
  return new Set(taskRules.filter((rule) => rule.reportedByVsCode?.includes(language)).map(({ id }) => id));
}
