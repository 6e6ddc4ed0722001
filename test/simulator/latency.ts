import { setTimeout as sleep } from 'node:timers/promises';
import { matchesGlob } from './globs.ts';
import type { Random } from './random.ts';

export interface LatencyRule {
  /** Wall milliseconds before a request is worked on. */
  ms: number;
  /** Up to this many milliseconds more, by chance. */
  jitterMs?: number;
  /** Glob over `service:Operation`; everything unless given. The last matching rule counts. */
  operation?: string;
}

/** How long requests take, in wall time even when the simulated clock is held. */
export class Latency {
  #rules: LatencyRule[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  set(ms: number, jitterMs = 0, operation = '*'): void {
    this.#rules = this.#rules.filter((rule) => rule.operation !== operation);
    this.#rules.push({ ms, jitterMs, operation });
  }

  clear(): void {
    this.#rules = [];
  }

  async wait(name: string): Promise<void> {
    const rule = this.#rules.findLast((candidate) => matchesGlob(candidate.operation ?? '*', name));
    if (!rule) return;
    const ms = rule.ms + this.#random.next() * (rule.jitterMs ?? 0);
    if (ms > 0) await sleep(ms);
  }
}
