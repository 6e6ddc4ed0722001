import { format, resolveConfig } from 'prettier';
import { isServiceRule, type RuleFile } from './ruleFiles.ts';

/** What `src/taskdef/ruleTable.ts` says when these are the rules. */
export async function ruleTable(files: readonly RuleFile[]): Promise<string> {
  const source = `
    // Written by \`npm run generate\` from the files in rules/.
    // oxlint-disable max-lines
    import type { Rule } from './rule/rule.ts';
    import type { Service } from './document/service.ts';
    ${files.map(({ family, name }) => `import { ${name} } from './rules/${family}/${name}.ts';`).join('\n')}

    /** Every rule on task definitions. */
    export const taskRules: readonly Rule[] = [
      ${listOf(files.filter((file) => !isServiceRule(file)))}
    ];

    /** Every rule on service definitions. */
    export const serviceRules: readonly Rule<Service>[] = [
      ${listOf(files.filter((file) => isServiceRule(file) || file.rule.onServiceDefinitions))}
    ];
  `;
  return format(source, { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' });
}

function listOf(files: readonly RuleFile[]): string {
  return files.map(({ name }) => `${name},`).join('\n');
}
