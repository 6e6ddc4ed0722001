import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CancellationToken, TextDocument } from 'vscode';

/** Milliseconds after which everything else of the extension host gets its turn. */
const turnMs = 5;

/** Rows between two looks at the clock. */
const stride = 20;

/**
 * Visits the rows of a document from `first` on without ever taking its text whole: VS Code would keep that as a
 * second copy. Ends early when the answer is not wanted any more, or when the document was cleared meanwhile.
 */
export async function walkRows(
  document: TextDocument,
  first: number,
  token: CancellationToken,
  visit: (row: number, text: string) => void | Promise<void>,
): Promise<void> {
  let began = performance.now();
  for (let row = Math.max(0, first); row < document.lineCount; row++) {
    const visited = visit(row, document.lineAt(row).text);
    if (visited) await visited;
    if (row % stride === 0 && performance.now() - began > turnMs) {
      await nextTurn();
      began = performance.now();
    }
    if (token.isCancellationRequested) return;
  }
}
