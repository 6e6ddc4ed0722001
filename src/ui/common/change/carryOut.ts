import { CancellationError, l10n, ProgressLocation, window } from 'vscode';
import { ChangeSession } from '../../../aws/connection/changeSession.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { AwsError } from '../../../aws/errors.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { showInformation } from '../messages.ts';

/** Milliseconds after which a change that is not done yet is worth a notification. */
const patience = 1500;

/** Does one thing through the session; passes the signal on to whatever waits. */
export type Work<T> = (session: ChangeSession, signal: AbortSignal) => Promise<T>;

/**
 * Carries out what a person has agreed to, over the account and the credentials of that moment, and shows from the first
 * moment that it goes on. It can be left as long as nothing was sent. `title` says what goes on: “Scaling checkout”.
 * Throws AwsError ended where the connection went while the person was asked, uncertain where it was left too late.
 */
export async function carryOut<T>(connection: Connection, title: string, work: Work<T>): Promise<T> {
  const stop = new AbortController();
  const progress = new ChangeProgress(title, stop);
  let session: ChangeSession | undefined;
  try {
    session = await ChangeSession.begin(connection, { title, onSend: () => progress.sent() }, stop.signal);
    return await work(session, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    const last = session?.sent.at(-1);
    if (last !== undefined) throw new AwsError('uncertain', 'Left before it was answered.', { operation: last });
    void showInformation(l10n.t('{0}: cancelled before anything was sent.', title));
    throw new CancellationError();
  } finally {
    progress.end();
    session?.dispose();
  }
}

/** What a person sees of a change under way: a word in the status bar at once, and more when it takes long. */
class ChangeProgress {
  readonly #title: string;
  readonly #stop: AbortController;
  readonly #ended = Promise.withResolvers<void>();
  readonly #late: NodeJS.Timeout;
  #handedOver = Promise.withResolvers<void>();
  #sentAt: Date | undefined;
  #isShown = false;

  constructor(title: string, stop: AbortController) {
    this.#title = visibleLine(title);
    this.#stop = stop;
    void window.withProgress({ location: ProgressLocation.Window, title: this.#title }, () => this.#ended.promise);
    this.#late = setTimeout(() => this.#show(), patience);
  }

  /** From now on it may be carried out: leaving would only mean not to be told. */
  sent(): void {
    if (this.#sentAt) return;
    this.#sentAt = new Date();
    this.#handedOver.resolve();
    if (this.#isShown) this.#showSent();
  }

  end(): void {
    clearTimeout(this.#late);
    this.#ended.resolve();
    this.#handedOver.resolve();
  }

  #show(): void {
    this.#isShown = true;
    if (this.#sentAt) return this.#showSent();
    const options = { location: ProgressLocation.Notification, title: this.#title, cancellable: true };
    void window.withProgress(options, (progress, token) => {
      progress.report({ message: l10n.t('waiting for AWS; nothing was sent yet') });
      token.onCancellationRequested(() => this.#stop.abort());
      return this.#handedOver.promise;
    });
  }

  #showSent(): void {
    const options = { location: ProgressLocation.Notification, title: this.#title };
    const time = (this.#sentAt ?? new Date()).toLocaleTimeString();
    void window.withProgress(options, (progress) => {
      progress.report({ message: l10n.t('sent at {0}, AWS has not answered yet', time) });
      return this.#ended.promise;
    });
  }
}
