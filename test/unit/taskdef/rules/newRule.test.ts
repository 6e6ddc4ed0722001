import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { newRule, nextId } from '../../../../scripts/docs/newRule.ts';
import { root } from '../../../../scripts/docs/ruleFiles.ts';
import { taskRules } from '../../../../src/taskdef/ruleTable.ts';

const copy = mkdtempSync(join(tmpdir(), 'new-rule-'));
after(() => rmSync(copy, { recursive: true, force: true }));
for (const path of ['.prettierrc.json', 'package.json', 'package.nls.json', 'docs', 'schemas', 'scripts', 'src'])
  cpSync(join(root, path), join(copy, path), { recursive: true });
cpSync(import.meta.dirname, join(copy, 'test/unit/taskdef/rules'), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');

const id = nextId(taskRules.map((rule) => rule.id));
const rule = 'src/taskdef/rules/linux/noDomainName';

function run(...args: string[]): { status: number | null; output: string } {
  // A test inside a test would report to the outer one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** Runs the new rule's own tests. */
function testRule(): { status: number | null; output: string } {
  return run('--test-name-pattern=noDomainName', 'test/unit/taskdef/rules/rules.test.ts');
}

function read(path: string): string {
  return readFileSync(join(copy, path), 'utf8');
}

test('the next id is the one behind the last, in letters too', () => {
  assert.equal(nextId(['TD00A', 'TD0D5', 'TD010']), 'TD0D6');
  assert.equal(nextId(['TD0D9']), 'TD0DA');
  assert.equal(nextId(['TD0DZ']), 'TD0E0');
  assert.equal(nextId(['TD0ZZ']), 'TD100');
  assert.equal(nextId(['SD009'], 'SD'), 'SD00A');
});

test('new-rule makes a rule that stands everywhere, and fails until it is written', () => {
  const { status, output } = run('scripts/docs/newRule.ts', 'linux', 'noDomainName');
  assert.equal(status, 0, output);
  assert.match(output, new RegExp(`^${id}: write ${rule}\\.ts and ${rule}\\.cases\\.ts`));
  assert.match(read(`${rule}.ts`), new RegExp(`id: '${id}'`));
  assert.match(read('src/taskdef/ruleTable.ts'), /import \{ noDomainName \} from '\.\/rules\/linux\/noDomainName\.ts'/);
  assert.match(read('docs/rules.md'), new RegExp(`<a id="${id}">`));
  assert.match(read('package.json'), new RegExp(`"${id}": \\{`));
  assert.match(read('package.nls.json'), new RegExp(`"rule\\.${id}"`));

  const unwritten = testRule();
  assert.equal(unwritten.status, 1, unwritten.output);
  assert.match(unwritten.output, new RegExp(`no ${id} in`));

  const [source, cases] = [read(`${rule}.ts`), read(`${rule}.cases.ts`)];
  writeFileSync(join(copy, `${rule}.ts`), source.replace("'member'", "'hostname'"));
  writeFileSync(
    join(copy, `${rule}.cases.ts`),
    cases
      .replace('breaks: fargateContainer({})', "breaks: fargateContainer({ hostname: 'a.example' })")
      .replace('"the text that is marked"', '"a.example"')
      .replace('what the message says', 'Container web has the member a.example'),
  );
  const written = testRule();
  assert.equal(written.status, 0, written.output);
  assert.equal(run('scripts/docs/generate.ts').output, 'wrote docs/rules.md\n');
  assert.match(read('docs/rules.md'), /Container web has the member a\.example/);
});

test('new-rule refuses a family that there is not, a name that is none and one that is taken', async () => {
  await assert.rejects(newRule(undefined, undefined), /^Error: Usage: npm run new-rule -- FAMILY NAME/);
  await assert.rejects(newRule('ports', 'other'), /"ports" is no family; there are command, crossFile, /);
  await assert.rejects(newRule('port', 'Other-Rule'), /"Other-Rule" is no name in camelCase/);
  await assert.rejects(newRule('port', 'tmpfs'), /There is a rule tmpfs already, in linux/);
});
