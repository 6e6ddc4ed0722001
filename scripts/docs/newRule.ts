import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from './generate.ts';
import { compare, families, idPrefixes, readRuleFiles, root } from './ruleFiles.ts';

/** The title of a rule that nobody has written yet. */
export const unwrittenTitle = 'One sentence that says what holds.';

/** `npm run new-rule -- FAMILY NAME`: a rule with the next free id, and cases that fail until both are written. */
export async function newRule(family: string | undefined, name: string | undefined): Promise<void> {
  if (!family || !name) throw new Error('Usage: npm run new-rule -- FAMILY NAME');
  if (!families().includes(family)) throw new Error(`"${family}" is no family; there are ${families().join(', ')}.`);
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) throw new Error(`"${name}" is no name in camelCase.`);
  const files = await readRuleFiles();
  const taken = files.find((file) => file.name === name);
  if (taken) throw new Error(`There is a rule ${name} already, in ${taken.family}.`);
  const about = /^service[A-Z]/.test(family) ? 'service' : 'task';
  const prefix = idPrefixes[about];
  const id = nextId(
    files.map(({ rule }) => rule.id).filter((one) => one.startsWith(prefix)),
    prefix,
  );
  const path = `src/taskdef/rules/${family}/${name}`;
  const [source, cases] = about === 'service' ? [serviceRuleSource, serviceCasesSource] : [ruleSource, casesSource];
  await writeFile(join(root, `${path}.ts`), source(name, id), { flag: 'wx' });
  await writeFile(join(root, `${path}.cases.ts`), cases, { flag: 'wx' });
  console.log(`${id}: write ${path}.ts and ${path}.cases.ts, then run npm run generate`);
  await generate();
}

/** The id behind the last: what an id that is gone has meant in somebody's settings, no other rule ever means. */
export function nextId(ids: readonly string[], prefix: string = idPrefixes.task): string {
  const last = ids.toSorted(compare).at(-1) ?? prefix;
  const next = (Number.parseInt(`0${last.slice(prefix.length)}`, 36) + 1).toString(36).toUpperCase();
  return `${prefix}${next.padStart(3, '0')}`;
}

function ruleSource(name: string, id: string): string {
  return `import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const ${name}: Rule = {
  id: '${id}',
  severity: 'error',
  title: '${unwrittenTitle}',
  link: links.containerDefinition,
  check({ containers }, report) {
    for (const { fields, label } of containers) {
      const { value, node } = fields.str('member');
      if (value === undefined || !node) continue;
      report({ at: node, message: l10n.t('Container {0} has the member {1}.', label, value) });
    }
  },
};
`;
}

function serviceRuleSource(name: string, id: string): string {
  return `import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const ${name}: Rule<Service> = {
  id: '${id}',
  severity: 'error',
  title: '${unwrittenTitle}',
  link: links.createService,
  check({ fields }, report) {
    const { value, node } = fields.str('member');
    if (value === undefined || !node) return;
    report({ at: node, message: l10n.t('The service has the member {0}.', value) });
  },
};
`;
}

const serviceCasesSource = `import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({}),
    at: '"the text that is marked"',
    says: /what the message says/,
    holds: service(),
  },
];
`;

const casesSource = `import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({}),
    at: '"the text that is marked"',
    says: /what the message says/,
    holds: fargateContainer({}),
  },
];
`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [family, name] = process.argv.slice(2);
  try {
    await newRule(family, name);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
