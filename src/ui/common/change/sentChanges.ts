import type { Disposable, Memento } from 'vscode';
import type { ChangeJournal, SentChange } from '../../../aws/connection/changeJournal.ts';

const key = 'sentChanges';

/** The changes that were sent and not answered yet, in the memory of the workspace: a window may close in between. */
export class SentChanges implements ChangeJournal, Disposable {
  readonly #memory: Pick<Memento, 'get' | 'update'>;
  /** Those that an earlier window did not live to see the end of, until somebody was told. */
  #left: readonly SentChange[];
  readonly #open = new Map<string, SentChange>();
  #isClosed = false;

  constructor(memory: Pick<Memento, 'get' | 'update'>) {
    this.#memory = memory;
    this.#left = memory.get<SentChange[]>(key) ?? [];
  }

  /** What an earlier window left behind. */
  get left(): readonly SentChange[] {
    return this.#left;
  }

  write(change: SentChange): PromiseLike<void> {
    this.#open.set(change.id, change);
    return this.#save();
  }

  remove(id: string): void {
    // What ends with the window ends untold.
    if (!this.#isClosed && this.#open.delete(id)) void this.#save();
  }

  /** Forgets what an earlier window left behind: somebody was told. */
  clearLeft(): void {
    this.#left = [];
    void this.#save();
  }

  dispose(): void {
    this.#isClosed = true;
  }

  #save(): PromiseLike<void> {
    const all = [...this.#left, ...this.#open.values()];
    return this.#memory.update(key, all.length > 0 ? all : undefined);
  }
}
