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
  'error.stack_trace',
  'exception.stacktrace',
  'errorVerbose',
  'Exception',
  '@x',
];
/** Fields that hold an error with a stack of its own. */
const errorKeys = ['err', 'error', 'exception', 'exc', 'throwable'];
const nestedStackKeys = ['stack', 'stack_trace', 'stackTrace', 'stacktrace', 'backtrace'];
/** The line's time stands before it; the logger's own says nothing more. */
const timeKeys = ['time', 'timestamp', 'ts', '@timestamp', '@t', 'Timestamp', 'datetime', 'eventTime'];

const wrapperKeys = [
  'container_id',
  'container_name',
  'source',
  'ecs_cluster',
  'ecs_task_arn',
  'ecs_task_definition',
  'ec2_instance_id',
];
const pinoKeys = ['pid', 'hostname', 'v'];

/** Takes a JSON line apart; undefined when the message is not one JSON object. */
export function readJsonMessage(message: string): JsonMessage | undefined {
  if (message.charCodeAt(0) !== 0x7b) return undefined;
  const value = parse(message);
  if (!value) return undefined;
  return readWrapped(value) ?? readFields(value);
}

/** FireLens wraps a container's line and adds where it comes from, which the label says. */
function readWrapped(value: Record<string, unknown>): JsonMessage | undefined {
  const { log } = value;
  if (typeof log !== 'string' || !('container_id' in value || 'ecs_task_arn' in value)) return undefined;
  const inner = readJsonMessage(log) ?? { level: levelOfText(log), text: log, stack: undefined, fields: [] };
  const others = Object.entries(value).filter(([key]) => key !== 'log' && !wrapperKeys.includes(key));
  return { ...inner, fields: [...inner.fields, ...others] };
}

function readFields(value: Record<string, unknown>): JsonMessage {
  const left = new Map(Object.entries(value));
  const text = takeText(left);
  const level = takeLevel(left) ?? (text === undefined ? undefined : levelOfText(text));
  const stack = takeStack(left);
  if (text !== undefined) for (const key of noise(value)) left.delete(key);
  return { level, text, stack, fields: [...left] };
}

/** Fields that say nothing more beside the message. */
function noise(value: Record<string, unknown>): readonly string[] {
  // What pino and bunyan add to every line: of a container it says nothing that the label does not.
  if (typeof value['level'] === 'number') return [...timeKeys, ...pinoKeys];
  // The template of a message that stands there filled in.
  return value['@m'] === undefined ? timeKeys : [...timeKeys, '@mt'];
}

function parse(message: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(message);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
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
    const inside = new Map(Object.entries(value));
    const stack = takeNestedStack(inside);
    if (stack === undefined) continue;
    left.set(key, Object.fromEntries(inside));
    return stack;
  }
  return undefined;
}

/** A text of several lines, or as Ruby's loggers write it a list of frames. */
function takeNestedStack(inside: Map<string, unknown>): string | undefined {
  for (const key of nestedStackKeys) {
    const value = inside.get(key);
    const frames = Array.isArray(value) && value.every((frame) => typeof frame === 'string') ? value : undefined;
    const stack = typeof value === 'string' ? value : frames?.join('\n');
    if (stack === undefined) continue;
    inside.delete(key);
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
