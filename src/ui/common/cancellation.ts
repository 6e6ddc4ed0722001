import type { CancellationToken } from 'vscode';

/** The signal that aborts when the token is cancelled; AWS requests take signals. */
export function abortSignalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
