/** What a phase of the tests found. */
export interface PhaseResult {
  readonly passed: number;
  readonly failed: number;
  /** Tests that failed at first and passed when they were run once more, by their titles. */
  readonly flaky?: readonly string[];
  /** Tests that were not run, by their titles, each with its reason. */
  readonly skipped?: readonly string[];
  /** Why, where something failed: printed below the phase's line. */
  readonly details?: string;
  /** Whether the phase only prepared what others need. */
  readonly preparation?: boolean;
  /** A remark behind the numbers. */
  readonly note?: string;
}

export interface Phase {
  readonly name: string;
  /** Throws when it cannot run; one without a result only prepares and counts only when it fails. */
  readonly run: () => Promise<PhaseResult | void>;
}

export type TestSum = Required<Pick<PhaseResult, 'passed' | 'failed' | 'flaky' | 'skipped'>>;

/**
 * Runs groups of phases one after the other, those of one group at once; adds up what they found. When a preparation
 * fails, what comes after it does not run and counts as failed.
 */
export async function runPhases(groups: readonly (readonly Phase[])[]): Promise<TestSum> {
  const results: PhaseResult[] = [];
  let prepared = true;
  for (const group of groups) {
    const ended = await Promise.all(group.map((phase) => runPhase(prepared ? phase : notRun(phase))));
    prepared &&= ended.every(({ preparation, failed }) => !preparation || failed === 0);
    results.push(...ended);
  }
  return sumOf(results);
}

function notRun({ name }: Phase): Phase {
  return { name, run: () => Promise.resolve({ passed: 0, failed: 1, note: 'not run' }) };
}

/** Runs a phase and prints its line; a phase that cannot run counts as one failure. */
export async function runPhase({ name, run }: Phase): Promise<PhaseResult> {
  const start = performance.now();
  const result = await run().then(
    (found) => found ?? preparation,
    (error: unknown) => ({ ...preparation, failed: 1, details: describe(error) }),
  );
  const { passed, failed, flaky = [], skipped = [], note, details } = result;
  const parts = [
    ...(result.preparation ? [] : [`${passed} passed, ${failed} failed`]),
    ...(flaky.length > 0 ? [`${flaky.length} flaky`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
    ...(note === undefined ? [] : [note]),
    `${((performance.now() - start) / 1000).toFixed(1)} s`,
  ];
  console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${parts.join(', ')}`);
  if (failed + flaky.length > 0 && details) console.log(`\n${details.trim()}\n`);
  const here = (title: string): string => `${name}: ${title}`;
  return { ...result, flaky: flaky.map(here), skipped: skipped.map(here) };
}

const preparation: PhaseResult = { passed: 0, failed: 0, preparation: true };

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Adds up what parts of a phase found. */
export function joinResults(results: readonly PhaseResult[]): PhaseResult {
  const details = results.flatMap((one) => (one.failed + (one.flaky?.length ?? 0) > 0 ? [one.details ?? ''] : []));
  return { ...sumOf(results), details: details.join('\n') };
}

function sumOf(results: readonly PhaseResult[]): TestSum {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    flaky: results.flatMap(({ flaky = [] }) => flaky),
    skipped: results.flatMap(({ skipped = [] }) => skipped),
  };
}

/** The last lines of a run: what was flaky or skipped, by name, and the numbers. */
export function closingLines({ passed, failed, flaky, skipped }: TestSum): string[] {
  return [
    ...(skipped.length > 0 ? [`${skipped.length} skipped:`, ...skipped.map((title) => `  ${title}`)] : []),
    ...(flaky.length > 0
      ? [`${flaky.length} flaky, which failed at first and then passed:`, ...flaky.map((title) => `  ${title}`)]
      : []),
    `${passed} passed, ${failed} failed`,
  ];
}
