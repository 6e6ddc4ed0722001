/** A change that was handed to the network and whose end nobody has been told yet. */
export interface SentChange {
  /** Its own among those of this and earlier windows. */
  readonly id: string;
  /** What goes on, in words: “Scaling checkout”. */
  readonly title: string;
  /** The operations that were sent, in their order. */
  readonly operations: readonly string[];
  readonly profile: string;
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
}

/** Where a change is written down before it is sent, so that it outlives what sends it. */
export interface ChangeJournal {
  /** Writes it in the place of what was written under its id before. */
  write(change: SentChange): PromiseLike<void>;
  remove(id: string): void;
}
