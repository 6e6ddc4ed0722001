import { taskRules } from './ruleTable.ts';

/** The rules that VS Code's own JSON support makes superfluous in a language, as a table of severities. */
export function reportedByVsCode(languageId: string): Readonly<Record<string, 'off'>> {
  return byLanguage[languageId] ?? {};
}

const byLanguage: Readonly<Record<string, Readonly<Record<string, 'off'>>>> = {
  json: off('json'),
  jsonc: off('jsonc'),
};

function off(language: 'json' | 'jsonc'): Record<string, 'off'> {
  const rules = taskRules.filter((rule) => rule.reportedByVsCode?.includes(language));
  return Object.fromEntries(rules.map(({ id }) => [id, 'off']));
}
