import type { Disposable } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';

/**
 * Connections of what goes on by itself, such as a deployment that is followed: they live as long as the window, whichever
 * connection that turns to. One for each place and account.
 */
export class KeptConnections implements Disposable {
  readonly #kept = new Map<string, Promise<Connection>>();
  readonly #all = new Set<Connection>();
  #isDisposed = false;

  /**
   * The connection that lives on to where the given one leads. Rejects with AwsError ended when that has ended already:
   * who changes something asks while the session lives.
   */
  async of(connection: Connection): Promise<Connection> {
    const account = connection.account ?? (await connection.identity()).account;
    const key = `${connection.spec.id} ${account}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const made = connection.keep().then((kept) => {
      if (this.#isDisposed) kept.dispose();
      this.#all.add(kept);
      return kept;
    });
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    return made;
  }

  /** At once: nothing that runs on may take one of them for alive. */
  dispose(): void {
    this.#isDisposed = true;
    for (const kept of this.#all) kept.dispose();
    this.#kept.clear();
  }
}
