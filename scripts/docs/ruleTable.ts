import { format, resolveConfig } from 'prettier';
import type { RuleFile } from './ruleFiles.ts';

/** What `src/taskdef/ruleTable.ts` says when these are the rules. */
export async function ruleTable(files: readonly RuleFile[]): Promise<string> {
  const source = `
    // Written by \`npm run generate\` from the files in rules/.
    // oxlint-disable max-lines
    import type { Rule } from './rule/rule.ts';
    import type { Subject } from './document/task.ts';
    ${files.map(({ family, name }) => `import { ${name} } from './rules/${family}/${name}.ts';`).join('\n')}

    /** Every rule on task definitions. */
    export const taskRules: readonly Rule[] = [
      ${files.map(({ name }) => `${name},`).join('\n')}
    ];

    /** Every rule on service definitions. */
    export const serviceRules: readonly Rule<Subject>[] = [
      ${files
        .filter(({ rule }) => rule.onServiceDefinitions)
        .map(({ name }) => `${name},`)
        .join('\n')}
    ];
  `;
  return format(source, { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' });
}
