import { type Level, levelOfText, levelOfValue } from './level.ts';

/** A line that a structured logger wrote, with what a reader looks for first taken out. */
export interface JsonMessage {
  level: Level | undefined;
  /** Undefined when no known field holds a text. */
  text: string | undefined;
  stack: string | undefined;
  /** All else, in the logger's order. */
  fields: [name: string, value: unknown][];
}

const textKeys = ['message', 'msg', 'log', '@m', '@mt', 'event', 'textPayload', 'Message', 'body', 'short_message'];
const levelKeys = [
  'level',
  'severity',
  'log.level',
  'levelname',
  'loglevel',
  'logLevel',
  'lvl',
  '@l',
  'Level',
  'LogLevel',
  'severityText',
];
const stackKeys = [
  'stack',
  'stack_trace',
  'stackTrace',
  'stacktrace',
  'exception',
  'exc_info',
  'traceback',
  'error.stack',
  '@x',
];
/** Fields that hold an error with a stack of its own. */
const errorKeys = ['err', 'error', 'exception', 'exc'];
/** The line's time stands before it; the logger's own says nothing more. */
const timeKeys = new Set(['time', 'timestamp', 'ts', '@timestamp', '@t', 'Timestamp', 'datetime', 'eventTime']);

/** Takes a JSON line apart; undefined when the message is not one JSON object. */
export function readJsonMessage(message: string): JsonMessage | undefined {
  if (message.charCodeAt(0) !== 0x7b) return undefined;
  const value = parse(message);
  if (!value) return undefined;
  const left = new Map(Object.entries(value));
  const text = takeText(left);
  const level = takeLevel(left) ?? (text === undefined ? undefined : levelOfText(text));
  const stack = takeStack(left);
  for (const key of timeKeys) if (text !== undefined) left.delete(key);
  return { level, text, stack, fields: [...left] };
}

function parse(message: string): object | undefined {
  try {
    const value: unknown = JSON.parse(message);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function takeText(left: Map<string, unknown>): string | undefined {
  for (const key of textKeys) {
    const value = left.get(key);
    if (typeof value !== 'string' || value === '') continue;
    left.delete(key);
    return value;
  }
  return undefined;
}

function takeLevel(left: Map<string, unknown>): Level | undefined {
  const nested = left.get('log');
  if (typeof nested === 'object' && nested !== null && 'level' in nested) return levelOfValue(nested.level);
  for (const key of levelKeys) {
    const level = levelOfValue(left.get(key));
    if (!level) continue;
    left.delete(key);
    return level;
  }
  return undefined;
}

function takeStack(left: Map<string, unknown>): string | undefined {
  for (const key of stackKeys) {
    const value = left.get(key);
    if (typeof value !== 'string' || !value.includes('\n')) continue;
    left.delete(key);
    return value;
  }
  for (const key of errorKeys) {
    const value = left.get(key);
    if (typeof value !== 'object' || value === null) continue;
    const { stack, ...rest } = value as Record<string, unknown>;
    if (typeof stack !== 'string') continue;
    left.set(key, rest);
    return stack;
  }
  return undefined;
}

/** Fields as `name=value`, texts bare where they can be. */
export function fieldsText(fields: readonly [string, unknown][]): string {
  return fields.map(([name, value]) => `${name}=${valueText(value)}`).join(' ');
}

function valueText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? '';
  return /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
}
