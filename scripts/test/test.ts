import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { type HostVersion, hostVersions, parseHostVersion } from '../../test/host/hostVersions.ts';
import { buildExtension } from '../build/build.ts';
import { runCheck } from './checkPhase.ts';
import { runEditorSuites, startSuite } from './editorTests.ts';
import { installHosts } from './installHosts.ts';
import { runNodeTests, type NodeTestLimits } from './nodeTests.ts';
import { runPackageTests } from './packageTests.ts';
import { Slots } from './slots.ts';
import { closingLines, runPhases, type Phase } from './testPhase.ts';
import { runUnitTests } from './unitTests.ts';
import { runWindowTests } from './windowTests.ts';

const usage =
  'npm test [-- <check|unit|editor|ui|package|soak> [files…] [--grep=<pattern>] [--version=<newest|oldest>]]';

if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `The tests need Node 24; this is ${process.versions.node}. Run them as 'npm test' after 'npm ci', which brings it.`,
  );
  process.exit(1);
}
process.chdir(resolve(import.meta.dirname, '../..'));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, version: { type: 'string' } },
});
const [only, ...files] = positionals;
const { grep } = values;

const minute = 60_000;
// Many times what it takes, for what is slow is not wrong. More files than cores: they mostly wait.
const unitLimits: NodeTestLimits = { concurrency: 4, testMs: 10 * minute, allMs: 40 * minute };
const windowLimits: NodeTestLimits = { concurrency: 1, testMs: 15 * minute, allMs: 40 * minute };
/** One more than there are cores as a rule: windows wait a good part of their time. */
const windows = new Slots(3);
/** At length each has the machine for itself. */
const oneWindow = new Slots(1);
const soakLimits: NodeTestLimits = { concurrency: 1, testMs: 240 * minute, allMs: 480 * minute };

const check: Phase = { name: 'check', run: runCheck };
const build: Phase = { name: 'build', run: () => buildExtension() };
const hosts: Phase = { name: 'VS Code to run in', run: installHosts };
const unit: Phase = {
  name: 'unit',
  run: () =>
    files.length > 0 || grep !== undefined
      ? runNodeTests(chosen('test/unit/**/*.test.ts'), unitLimits, grep)
      : runUnitTests(unitLimits),
};
const editor: Phase[] = (values.version ? [parseHostVersion(values.version)] : hostVersions).map((version) => ({
  name: `editor, ${version}`,
  run: () => windows.run(() => runEditorSuites({ version, grep, suites: files[0] ?? usualSuites(version) })),
}));
const ui: Phase = {
  name: 'ui',
  run: () => runWindowTests(chosen('test/ui/**/*.test.ts'), windows, windowLimits, grep),
};
const inBothThemes: Phase = {
  name: 'ui, both themes',
  run: () => {
    process.env.ECS_WORKBENCH_THEMES = 'both';
    return runWindowTests(['test/ui/**/*.test.ts'], oneWindow, soakLimits, grep);
  },
};
const editorInOldest: Phase = {
  name: 'editor, oldest, all suites',
  run: () => runEditorSuites({ version: 'oldest', grep }),
};
const packaged: Phase = { name: 'package', run: () => runPackageTests(windows, windowLimits) };
const soak: Phase = {
  name: 'soak',
  run: () => runWindowTests(chosen('test/soak/**/*.test.ts'), oneWindow, soakLimits, grep),
};
/** Tests that `npm test` gives a sample of their cases, and how many they have at length. */
const atLength: Phase = {
  name: 'unit, at length',
  run: () => {
    const rounds = { TASKDEF_FUZZ_ROUNDS: '200000', TASKDEF_COMPLETION_STRIDE: '1' };
    Object.assign(process.env, rounds, { LOGS_RUNS: '200', EXPLORER_RUNS: '200', CHANGE_RUNS: '60' });
    const names = [
      'taskdef/*obustness',
      'taskdef/completion',
      'logs/exactlyOnce',
      'explorer/convergence',
      'change/interleavings',
    ];
    const all = names.map((name) => `test/unit/${name}.test.ts`);
    return runNodeTests(all, { ...soakLimits, concurrency: 2 }, grep);
  },
};

const plans: Readonly<Record<string, readonly (readonly Phase[])[]>> = {
  // Beside each other what does not need each other: each waits a part of its time.
  all: [
    [build, hosts],
    [check, unit],
    [...editor, ui, packaged],
  ],
  check: [[check]],
  unit: [[unit]],
  editor: [[build, hosts], editor],
  ui: [[build, hosts], [ui]],
  package: [[hosts], [packaged]],
  soak: [[build, hosts], [atLength, editorInOldest], [soak], [inBothThemes]],
};
const plan = plans[only ?? 'all'];
if (plan === undefined) {
  console.error(`There are no tests '${only}'. Usage: ${usage}`);
  process.exit(1);
}
const sum = await runPhases(plan);
for (const line of closingLines(sum)) console.log(line);
process.exit(sum.failed === 0 ? 0 : 1);

/** All suites in the newest VS Code, or in the one that a person asks for; in the oldest that it starts. */
function usualSuites(version: HostVersion): string | undefined {
  return version === 'newest' || values.version ? undefined : startSuite;
}

function chosen(all: string): readonly string[] {
  return files.length > 0 ? files : [all];
}
