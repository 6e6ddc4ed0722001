import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type EditorEvent, readEditorReport, runProblem } from '../../host/editorReport.ts';

const lines = (...events: EditorEvent[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('');
const begin: EditorEvent = { type: 'begin', vscode: '1.139.1', total: 3 };

describe('the report of a run inside VS Code', () => {
  it('is added up', () => {
    const result = readEditorReport(
      lines(
        begin,
        { type: 'start', title: 'a' },
        { type: 'pass', title: 'a', ms: 3 },
        { type: 'start', title: 'b' },
        { type: 'fail', title: 'b', message: 'Error: wrong' },
        { type: 'skip', title: 'c' },
        { type: 'end' },
      ),
    );
    assert.deepEqual(result, {
      vscode: '1.139.1',
      passed: 1,
      skipped: ['c'],
      flaky: [],
      failures: ['b\nError: wrong'],
      running: undefined,
      ended: true,
    });
    assert.equal(runProblem(result, { exitCode: 1, silentForMs: undefined, output: '' }), undefined);
  });

  it('names what failed at first and passed when it was run once more', () => {
    const { passed, failures, flaky } = readEditorReport(
      lines(
        begin,
        { type: 'start', title: 'a' },
        { type: 'retry', title: 'a', message: 'Error: late' },
        { type: 'start', title: 'a' },
        { type: 'pass', title: 'a', ms: 3 },
        { type: 'start', title: 'b' },
        { type: 'retry', title: 'b', message: 'Error: wrong' },
        { type: 'start', title: 'b' },
        { type: 'fail', title: 'b', message: 'Error: wrong again' },
        { type: 'end' },
      ),
    );
    assert.deepEqual([passed, failures, flaky], [1, ['b\nError: wrong again'], ['a\nError: late']]);
  });

  it('names the test that hung', () => {
    const result = readEditorReport(lines(begin, { type: 'start', title: 'waits for ever' }));
    const problem = runProblem(result, { exitCode: 143, silentForMs: 90_000, output: '' });
    assert.equal(problem, 'waits for ever\nDid not end within 90 s; VS Code was ended.');
  });

  it('names the test during which VS Code died, even in the middle of a line', () => {
    const result = readEditorReport(`${lines(begin, { type: 'start', title: 'kills the host' })}{"type":"pa`);
    const problem = runProblem(result, { exitCode: 137, silentForMs: undefined, output: 'last words\n' });
    assert.equal(problem, 'VS Code ended with exit code 137 during: kills the host\nlast words');
  });

  it('fails when VS Code never came to the suites', () => {
    const end = { exitCode: 1, silentForMs: undefined, output: 'port in use\n    at listen (server.js:1:1)' };
    assert.equal(
      runProblem(readEditorReport(''), end),
      'VS Code ended with exit code 1 before the suites began\nport in use',
    );
  });

  it('fails when there was no test, or when only the exit code says that something is wrong', () => {
    const empty = readEditorReport(lines(begin, { type: 'end' }));
    assert.equal(runProblem(empty, { exitCode: 0, silentForMs: undefined, output: '' }), 'No test was found.');
    const good = readEditorReport(lines(begin, { type: 'pass', title: 'a', ms: 1 }, { type: 'end' }));
    assert.equal(runProblem(good, { exitCode: 0, silentForMs: undefined, output: '' }), undefined);
    assert.match(runProblem(good, { exitCode: 1, silentForMs: undefined, output: '' }) ?? '', /exit code 1/);
  });
});
