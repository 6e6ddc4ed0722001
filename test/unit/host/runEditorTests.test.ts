import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type EditorRun, runEditorTests } from '../../host/runEditorTests.ts';

/** What takes the place of a desktop VS Code: keeps the flags that it was given, then behaves as told. */
const fakeEditor = `#!/usr/bin/env node
const { appendFileSync, writeFileSync } = require('node:fs');
const tell = (event) => appendFileSync(process.env.ECS_WORKBENCH_TEST_REPORT, JSON.stringify(event) + '\\n');
writeFileSync(process.env.FAKE_FLAGS, JSON.stringify({ flags: process.argv.slice(2), home: process.env.HOME }));
tell({ type: 'begin', vscode: '1.139.1', total: 1 });
tell({ type: 'start', title: 'does it' });
if (process.env.FAKE_BEHAVIOUR === 'hang') setInterval(() => {}, 1000);
else if (process.env.FAKE_BEHAVIOUR === 'die') process.kill(process.pid, 'SIGKILL');
else {
  tell({ type: 'pass', title: 'does it', ms: 1 });
  tell({ type: 'end' });
}
`;

describe('suites in a desktop VS Code', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ecs-editor-'));
    process.env.ECS_WORKBENCH_VSCODE = join(folder, 'code');
    process.env.FAKE_FLAGS = join(folder, 'flags.json');
    await writeFile(join(folder, 'code'), fakeEditor);
    await chmod(join(folder, 'code'), 0o755);
  });
  after(async () => {
    for (const name of ['ECS_WORKBENCH_VSCODE', 'FAKE_FLAGS', 'FAKE_BEHAVIOUR']) delete process.env[name];
    await rm(folder, { recursive: true });
  });

  const run = (behaviour: string, silenceLimitMs?: number): Promise<EditorRun> => {
    process.env.FAKE_BEHAVIOUR = behaviour;
    return runEditorTests({ version: 'newest', suites: 'test/editor/activation.test.ts', silenceLimitMs });
  };

  it('get the extension, the suites and a scratch profile', async () => {
    const result = await run('pass');
    assert.deepEqual([result.host, result.passed, result.failures], ['desktop', 1, []]);
    const { flags, home } = JSON.parse(await readFile(join(folder, 'flags.json'), 'utf8')) as {
      flags: string[];
      home: string;
    };
    const value = (name: string): string => flags.find((flag) => flag.startsWith(`--${name}=`))?.split('=')[1] ?? '';
    assert.equal(value('extensionDevelopmentPath'), process.cwd());
    assert.match(value('extensionTestsPath'), /run\.mjs$/);
    assert.equal(value('user-data-dir'), join(home, '../data'));
    assert.match(home, /ecs-workbench-\w+.home$/);
  });

  it('that hang are ended and named', async () => {
    assert.deepEqual((await run('hang', 3_000)).failures, ['does it\nDid not end within 3 s; VS Code was ended.']);
  });

  it('that die with VS Code are named', async () => {
    const [failure] = (await run('die')).failures;
    assert.match(failure ?? '', /^VS Code ended with exit code 1 during: does it/);
  });
});
