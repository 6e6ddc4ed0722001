import type { Disposable } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';

/**
 * Connections of what goes on by itself, such as a deployment that is followed: they live as long as the window, whichever
 * connection that turns to. One for each place and account.
 */
export class KeptConnections implements Disposable {
  readonly #kept = new Map<string, Promise<Connection>>();

  /**
   * The connection that lives on to where the given one leads. Rejects with AwsError ended when that has ended already:
   * who changes something asks while the session lives.
   */
  async of(connection: Connection): Promise<Connection> {
    const account = connection.account ?? (await connection.identity()).account;
    const key = `${connection.spec.id} ${account}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const made = connection.keep();
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    return made;
  }

  dispose(): void {
    for (const made of this.#kept.values()) made.then((connection) => connection.dispose()).catch(() => undefined);
    this.#kept.clear();
  }
}
