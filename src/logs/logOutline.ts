/** A stretch of rows that can be folded, both ends included. */
export interface Fold {
  start: number;
  end: number;
}

/** A row worth finding again. */
export interface Landmark {
  row: number;
  name: string;
  detail: string;
  kind: 'marker' | 'error';
}

const bar = /^\s+│/;
const errorRow = /^(\S+(?: \d[\d:.]+)?) (.+?) +(?:ERROR|FATAL) +(.*)$/;
const markerRow = /^(?:[+-]?\d[\d:. -]+)?── (.*)$/;

/** Landmarks kept at most: an outline of more is no outline. */
const mostLandmarks = 2000;

/** Blocks of rows below their first, such as stack traces. */
export function logFolds(rows: readonly string[]): Fold[] {
  const folds: Fold[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (!bar.test(rows[row] ?? '')) continue;
    const start = Math.max(0, row - 1);
    while (row + 1 < rows.length && bar.test(rows[row + 1] ?? '')) row++;
    folds.push({ start, end: row });
  }
  return folds;
}

/** Errors and markers among the rows, in their order. */
export function logLandmarks(rows: readonly string[]): Landmark[] {
  const found: Landmark[] = [];
  for (const [row, text] of rows.entries()) {
    if (found.length === mostLandmarks) break;
    const marker = markerRow.exec(text);
    if (marker) found.push({ row, name: marker[1] || '──', detail: '', kind: 'marker' });
    else if (text.includes('ERROR') || text.includes('FATAL')) {
      const error = errorRow.exec(text);
      if (error) found.push({ row, name: error[3] || 'ERROR', detail: `${error[1]} ${error[2]}`, kind: 'error' });
    }
  }
  return found;
}
