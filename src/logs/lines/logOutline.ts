/** A stretch of rows that can be folded, both ends included. */
export interface Fold {
  start: number;
  end: number;
}

/** A row worth finding again. */
export interface Landmark {
  row: number;
  /** Characters of the row. */
  length: number;
  name: string;
  detail: string;
  kind: 'marker' | 'error';
}

const bar = /^\s+│/;
const errorRow = /^(\S+(?: \d[\d:.]+)?) (.+?) +(?:ERROR|FATAL) +(.*)$/;
const markerRow = /^(?:[+-]?\d[\d:. -]+)?── (.*)$/;

/** Landmarks kept at most: an outline of more is no outline. */
const mostLandmarks = 2000;

/** Blocks of rows below their first, such as stack traces; told of rows in their order. */
export class LogFolds {
  readonly found: Fold[] = [];

  read(row: number, text: string): void {
    if (!bar.test(text)) return;
    const last = this.found.at(-1);
    if (last?.end === row - 1) last.end = row;
    else this.found.push({ start: Math.max(0, row - 1), end: row });
  }
}

/** Errors and markers among the rows; told of rows in their order. */
export class LogLandmarks {
  readonly found: Landmark[] = [];

  read(row: number, text: string): void {
    if (this.found.length === mostLandmarks) return;
    const { length } = text;
    const marker = markerRow.exec(text);
    if (marker) this.found.push({ row, length, name: marker[1] || '──', detail: '', kind: 'marker' });
    else if (text.includes('ERROR') || text.includes('FATAL')) {
      const error = errorRow.exec(text);
      if (!error) return;
      const [, time, writer, message] = error;
      this.found.push({ row, length, name: message || 'ERROR', detail: `${time} ${writer}`, kind: 'error' });
    }
  }
}
