import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Service } from '../../src/taskdef/document/service.ts';
import type { Task } from '../../src/taskdef/document/task.ts';
import type { Rule } from '../../src/taskdef/rule/rule.ts';
import type { RuleCase } from '../../src/taskdef/rule/examples/ruleCase.ts';

/** Rules on service definitions have ids of their own. */
export const idPrefixes = { task: 'TD', service: 'SD' } as const;

/** A rule with the cases beside it. */
export interface RuleFile {
  family: string;
  /** Of the file and of what it exports. */
  name: string;
  rule: Rule<Task & Service>;
  cases: readonly RuleCase[];
}

/** Whether the rule is on service definitions alone. */
export function isServiceRule({ rule }: Pick<RuleFile, 'rule'>): boolean {
  return rule.id.startsWith(idPrefixes.service);
}

export const root = join(import.meta.dirname, '../..');

const folder = 'src/taskdef/rules';

/** Every rule of `src/taskdef/rules`, by family and name. What is there and is neither a rule nor a rule's cases is an error. */
export async function readRuleFiles(): Promise<RuleFile[]> {
  const all = globSync(`${folder}/*/*.ts`, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const paths = all.filter((path) => !path.endsWith('.cases.ts'));
  const lone = all.filter((path) => !all.includes(path.endsWith('.cases.ts') ? ruleOf(path) : casesOf(path)));
  if (lone.length > 0)
    throw new Error(`A rule and its cases stand side by side, but these stand alone: ${lone.join(', ')}.`);
  const files = await Promise.all(paths.map(readRuleFile));
  return files.sort((a, b) => compare(a.family, b.family) || compare(a.name, b.name));
}

/** Names of the families that there are. */
export function families(): string[] {
  return globSync(`${folder}/*/`, { cwd: root })
    .map((path) => basename(path))
    .sort();
}

async function readRuleFile(path: string): Promise<RuleFile> {
  const family = basename(dirname(path));
  const name = basename(path, '.ts');
  const rule = (await exportsOf(path))[name] as RuleFile['rule'] | undefined;
  if (!rule?.id) throw new Error(`${path} exports no rule of the name ${name}.`);
  const { cases } = await exportsOf(casesOf(path));
  return { family, name, rule, cases: cases as RuleCase[] };
}

function casesOf(path: string): string {
  return path.replace(/\.ts$/, '.cases.ts');
}

function ruleOf(cases: string): string {
  return cases.replace(/\.cases\.ts$/, '.ts');
}

async function exportsOf(path: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(join(root, path)).href)) as Record<string, unknown>;
}

/** The order of code units, which no machine's language changes. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
