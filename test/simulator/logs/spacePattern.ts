import { invalidParameter } from './errors.ts';
import type { FilterPattern } from './filterPattern.ts';

type Column = { kind: 'any' } | { kind: 'rest' } | { kind: 'test'; test: (value: string) => boolean };

/** `[ip, user, …, status = 4*, size > 1000]`: columns separated by blanks, with `[…]` and `"…"` kept together. */
export function spacePattern(pattern: string): FilterPattern {
  const inner = /^\[(.*)\]$/s.exec(pattern.trim())?.[1];
  if (inner === undefined) throw invalidParameter('Invalid filter pattern');
  const columns = inner.split(',').map((column) => readColumn(column.trim()));
  const rest = columns.findIndex((column) => column.kind === 'rest');
  return (message) => matches(columns, rest, fields(message));
}

function matches(columns: Column[], rest: number, values: string[]): boolean {
  if (rest < 0)
    return columns.length === values.length && columns.every((column, index) => fits(column, values[index]));
  const tail = columns.length - rest - 1;
  if (values.length < rest + tail) return false;
  const head = columns.slice(0, rest).every((column, index) => fits(column, values[index]));
  return head && columns.slice(rest + 1).every((column, index) => fits(column, values[values.length - tail + index]));
}

function fits(column: Column, value: string | undefined): boolean {
  return column.kind !== 'test' || (value !== undefined && column.test(value));
}

function readColumn(text: string): Column {
  if (text === '...' || text === '…') return { kind: 'rest' };
  const match = /^[\w-]*\s*(=|!=|<=|>=|<|>)\s*(.+)$/.exec(text);
  if (!match) return { kind: 'any' };
  const [, operator = '=', operand = ''] = match;
  return { kind: 'test', test: (value) => compare(value, operator, operand.replace(/^"(.*)"$/, '$1')) };
}

/** Compares as filter patterns do: `*` at either end for equality, numbers for the rest. */
export function compare(value: string, operator: string, operand: string): boolean {
  if (operator === '=' || operator === '!=') return wildcard(value, operand) === (operator === '=');
  const [a, b] = [Number(value), Number(operand)];
  if (Number.isNaN(a) || Number.isNaN(b)) return false;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function wildcard(value: string, pattern: string): boolean {
  if (!pattern.includes('*')) return value === pattern || (pattern !== '' && Number(value) === Number(pattern));
  const source = pattern.split('*').map((part) => part.replace(/[.+^${}()|[\]\\?]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`, 's').test(value);
}

function fields(message: string): string[] {
  return message.match(/\[[^\]]*\]|"[^"]*"|\S+/g) ?? [];
}
