import { visibleLine } from '../ecs/text/visibleText.ts';
import { serviceRules, taskRules } from '../taskdef/ruleTable.ts';
import type { Severity } from '../taskdef/rule/finding.ts';
import type { LintFinding } from './lintFile.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/**
 * Findings as SARIF 2.1.0, which code-scanning pages show. `uriOf` says where a file lies in its repository.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/
 */
export function sarifLog(findings: readonly LintFinding[], uriOf: (file: string) => string): object {
  const found = new Set(findings.map(({ rule }) => rule));
  const rules = [...new Map([...taskRules, ...serviceRules].map((rule) => [rule.id, rule])).values()].filter(({ id }) =>
    found.has(id),
  );
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ecs-taskdef-lint',
            rules: rules.map(({ id, title, says, link, severity }) => ({
              id,
              shortDescription: { text: title },
              fullDescription: { text: title },
              help: { text: says === undefined ? title : `${title} In the words of ECS: ${says}` },
              helpUri: link,
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ file, line, column, endLine, endColumn, severity, rule, message }) => ({
          ruleId: rule,
          ruleIndex: places.get(rule),
          level: levels[severity],
          message: { text: visibleLine(message) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
                region: { startLine: line, startColumn: column, endLine, endColumn },
              },
            },
          ],
        })),
      },
    ],
  };
}

/** A relative path as a URI has it. */
export function relativeUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
