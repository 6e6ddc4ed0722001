/** What a phase of the tests found. */
export interface PhaseResult {
  readonly passed: number;
  readonly failed: number;
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

/**
 * Runs groups of phases one after the other, those of one group at once; adds up what they found. When a preparation
 * fails, what comes after it does not run and counts as failed.
 */
export async function runPhases(groups: readonly (readonly Phase[])[]): Promise<{ passed: number; failed: number }> {
  const results: PhaseResult[] = [];
  let prepared = true;
  for (const group of groups) {
    const ended = await Promise.all(group.map((phase) => runPhase(prepared ? phase : notRun(phase))));
    prepared &&= ended.every(({ preparation, failed }) => !preparation || failed === 0);
    results.push(...ended);
  }
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
  };
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
  const parts = [
    ...(result.preparation ? [] : [`${result.passed} passed, ${result.failed} failed`]),
    ...(result.note === undefined ? [] : [result.note]),
    `${((performance.now() - start) / 1000).toFixed(1)} s`,
  ];
  console.log(`${result.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${parts.join(', ')}`);
  if (result.failed > 0 && result.details) console.log(`\n${result.details.trim()}\n`);
  return result;
}

const preparation: PhaseResult = { passed: 0, failed: 0, preparation: true };

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
