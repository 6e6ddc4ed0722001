/** What a report of Node's test runner in TAP says. */
export interface TapReport {
  readonly passed: number;
  readonly failed: number;
  /** The full titles of what failed by itself: not of what only contains it, nor of what was cancelled with it. */
  readonly failures: readonly string[];
  /** The full titles of the tests that were skipped, each with its reason. */
  readonly skipped: readonly string[];
}

/** Reads a report; undefined when it breaks off before its numbers. */
export function readTap(tap: string): TapReport | undefined {
  const count = (name: string): number => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? Number.NaN);
  const [passed, failed, cancelled] = [count('pass'), count('fail'), count('cancelled')];
  if (Number.isNaN(passed + failed + cancelled)) return undefined;
  return { passed, failed: failed + cancelled, ...readTitles(tap) };
}

/** Failures of a test or suite that are told, better, at another one. */
const told = new Set(['subtestsFailed', 'cancelledByParent']);

function readTitles(tap: string): Pick<TapReport, 'failures' | 'skipped'> {
  const path: string[] = [];
  const failures: string[] = [];
  const skipped: string[] = [];
  let failing: string | undefined;
  for (const line of tap.split('\n')) {
    const start = /^((?: {4})*)# Subtest: (.*)$/.exec(line);
    if (start) path.splice((start[1] ?? '').length / 4, Infinity, unescape(start[2] ?? ''));
    const end = /^((?: {4})*)(not )?ok \d+ - (?:.*?[^\\] # SKIP(.*))?/.exec(line);
    if (end) {
      const title = path.slice(0, (end[1] ?? '').length / 4 + 1).join(' > ');
      failing = end[2] === undefined ? undefined : title;
      if (end[3] !== undefined) skipped.push([title, unescape(end[3].trim())].filter(Boolean).join(': '));
    }
    const type = /^ +failureType: '(\w+)'$/.exec(line)?.[1];
    if (failing === undefined || type === undefined) continue;
    if (!told.has(type)) failures.push(failing);
    failing = undefined;
  }
  return { failures, skipped };
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\\#])/g, '$1');
}
