/** Measures how long a thread works from one turn of its event loop to the next, without what it waits for a processor. */
export class TurnMeter {
  readonly #turns: number[] = [];
  #timer: NodeJS.Timeout | undefined;
  #last = 0;

  start(): void {
    this.#last = worked();
    this.#timer = setInterval(() => {
      const now = worked();
      this.#turns.push(now - this.#last);
      this.#last = now;
    }, 5);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#turns.sort((a, b) => a - b);
  }

  /** Milliseconds that so many of a hundred turns do not exceed. */
  percentile(percent: number): number {
    const at = Math.ceil((this.#turns.length * percent) / 100) - 1;
    return this.#turns[Math.max(0, at)] ?? 0;
  }
}

/** Milliseconds that this thread has run. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
