import type { Severity } from '../../src/taskdef/rule/finding.ts';
import { compare, type RuleFile } from './ruleFiles.ts';

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];
const prefix = 'rule.';

interface Manifest {
  contributes: { configuration: { properties: Record<string, object> } };
}

/**
 * package.json with every rule in the schemas of the settings that name rules. In `ecs.taskDefinition.rules` each is a property
 * and not a name of one: only so does VS Code say in settings.json what an id means that stands there already.
 */
export function withRuleSettings(manifest: string, files: readonly RuleFile[]): string {
  const all = JSON.parse(manifest) as Manifest;
  const { properties } = all.contributes.configuration;
  const ids = idsOf(files);
  Object.assign(properties['ecs.taskDefinition.rules']!, {
    properties: Object.fromEntries(
      ids.map((id) => [id, { type: 'string', enum: severities, description: `%${prefix}${id}%` }]),
    ),
    additionalProperties: false,
  });
  Object.assign(properties['ecs.taskDefinition.ignore']!, {
    additionalProperties: {
      type: 'array',
      items: { type: 'string', enum: ids, enumDescriptions: ids.map((id) => `%${prefix}${id}%`) },
    },
  });
  return written(all);
}

/** package.nls.json with what each rule says and weighs. */
export function withRuleTexts(nls: string, files: readonly RuleFile[]): string {
  const others = Object.entries(JSON.parse(nls) as Record<string, string>).filter(([key]) => !key.startsWith(prefix));
  const rules = new Map(files.map(({ rule }) => [rule.id, rule]));
  const texts = idsOf(files).map((id) => {
    const { title, severity } = rules.get(id)!;
    return [`${prefix}${id}`, `${title} Severity: ${severity}.`];
  });
  return written(Object.fromEntries([...others, ...texts]));
}

function idsOf(files: readonly RuleFile[]): string[] {
  return files.map(({ rule }) => rule.id).sort(compare);
}

function written(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
