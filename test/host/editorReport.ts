/** What a suite inside VS Code tells the outside, one JSON object a line, in the order in which it happens. */
export type EditorEvent =
  | { readonly type: 'begin'; readonly vscode: string; readonly total: number }
  | { readonly type: 'start'; readonly title: string }
  | { readonly type: 'pass'; readonly title: string; readonly ms: number }
  | { readonly type: 'fail'; readonly title: string; readonly message: string }
  | { readonly type: 'skip'; readonly title: string }
  /** It failed and is run once more. */
  | { readonly type: 'retry'; readonly title: string; readonly message: string }
  | { readonly type: 'end' };

/** How a run inside one VS Code went. */
export interface EditorResult {
  readonly vscode: string | undefined;
  readonly passed: number;
  /** The titles of the tests that were not run. */
  readonly skipped: readonly string[];
  /** One text a test that failed at first and passed when it was run once more: its title, then why it failed. */
  readonly flaky: readonly string[];
  /** One text a failed test: its title, then why. */
  readonly failures: readonly string[];
  /** The test that had started and not ended. */
  readonly running: string | undefined;
  readonly ended: boolean;
}

/** Adds up a report, also one that stops in the middle of a line because VS Code was ended. */
export function readEditorReport(text: string): EditorResult {
  const events = text.split('\n').flatMap(parseEvent);
  const passed = events.filter((event) => event.type === 'pass');
  const titles = new Set(passed.map(({ title }) => title));
  const failures = events.filter((event) => event.type === 'fail').map((event) => `${event.title}\n${event.message}`);
  const retried = events.filter((event) => event.type === 'retry');
  const last = events.findLast((event) => event.type !== 'begin');
  return {
    vscode: events.find((event) => event.type === 'begin')?.vscode,
    passed: passed.length,
    skipped: events.filter((event) => event.type === 'skip').map(({ title }) => title),
    flaky: retried.filter(({ title }) => titles.has(title)).map(({ title, message }) => `${title}\n${message}`),
    failures,
    running: last?.type === 'start' ? last.title : undefined,
    ended: last?.type === 'end',
  };
}

/** How the process of a run ended. */
export interface RunEnd {
  readonly exitCode: number;
  /** How long nothing was heard before it was ended for that, in ms. */
  readonly silentForMs: number | undefined;
  readonly output: string;
}

/** Says what went wrong beside the tests that failed: a hang, a crash, a VS Code that never started. */
export function runProblem(result: EditorResult, end: RunEnd): string | undefined {
  const lines = end.output.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  const tail = lines.slice(-15).join('\n');
  if (end.silentForMs !== undefined) {
    const seconds = Math.round(end.silentForMs / 1000);
    if (result.running !== undefined) return `${result.running}\nDid not end within ${seconds} s; VS Code was ended.`;
    return `VS Code was ended: its suites said nothing for ${seconds} s.\n${tail}`;
  }
  if (!result.ended) {
    const during = result.running === undefined ? 'before the suites began' : `during: ${result.running}`;
    return `VS Code ended with exit code ${end.exitCode} ${during}\n${tail}`;
  }
  if (result.passed + result.failures.length + result.skipped.length === 0) return 'No test was found.';
  if (end.exitCode !== 0 && result.failures.length === 0)
    return `VS Code ended with exit code ${end.exitCode}.\n${tail}`;
  return undefined;
}

function parseEvent(line: string): EditorEvent[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line) as EditorEvent];
  } catch {
    return [];
  }
}
