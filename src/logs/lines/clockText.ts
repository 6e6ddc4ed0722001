/** How the time of a line is written. */
export type ClockStyle = 'local' | 'utc' | 'relative';

/** Writes times of day to the millisecond; quick, because most lines share a second with the one before. */
export class ClockText {
  readonly #style: ClockStyle;
  /** Epoch milliseconds that relative times count from. */
  readonly #origin: number;
  #second = Number.NaN;
  #text = '';

  constructor(style: ClockStyle, origin: number) {
    this.#style = style;
    this.#origin = origin;
  }

  /** `13:05:09.042`, or `+00:01:09.042` since the origin. */
  time(timestamp: number): string {
    if (this.#style === 'relative') return relative(timestamp - this.#origin);
    const second = Math.floor(timestamp / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#text = this.#ofSecond(timestamp);
    }
    return this.#text + three(timestamp - second * 1000);
  }

  /** The day, `2026-11-23`; empty for relative times. */
  day(timestamp: number): string {
    if (this.#style === 'relative') return '';
    const date = new Date(timestamp);
    if (this.#style === 'utc') return date.toISOString().slice(0, 10);
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  }

  #ofSecond(timestamp: number): string {
    const date = new Date(timestamp);
    if (this.#style === 'utc') return `${date.toISOString().slice(11, 19)}.`;
    return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.`;
  }
}

function relative(ms: number): string {
  const size = Math.abs(ms);
  const hours = Math.floor(size / 3_600_000);
  const rest = `${two(Math.floor(size / 60_000) % 60)}:${two(Math.floor(size / 1000) % 60)}.${three(size % 1000)}`;
  return `${ms < 0 ? '-' : '+'}${two(hours)}:${rest}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function three(value: number): string {
  return `${value}`.padStart(3, '0');
}
