/** How serious a line is. */
export type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

const byName: ReadonlyMap<string, Level> = new Map(
  Object.entries({
    trace: ['trace', 'trc', 'trce', 'trac', 'verbose', 'vrb', 'finest', 'finer', 'silly'],
    debug: ['debug', 'dbg', 'dbug', 'debu', 'fine', 'config'],
    info: ['info', 'inf', 'information', 'informational', 'log', 'notice', 'note', 'default', 'ok'],
    warn: ['warn', 'warning', 'wrn', 'deprecated'],
    error: ['error', 'err', 'erro', 'eror', 'fail', 'severe'],
    fatal: ['fatal', 'ftl', 'fata', 'critical', 'crit', 'alert', 'emerg', 'emergency', 'panic', 'pani', 'dpanic'],
  } satisfies Record<Level, string[]>).flatMap(([level, names]) => names.map((name) => [name, level as Level])),
);

/** Syslog's severities, 0 to 7. */
const syslog: readonly Level[] = ['fatal', 'fatal', 'fatal', 'error', 'warn', 'info', 'info', 'debug'];

/** The level that a logger's own value stands for: a name, pino's and bunyan's tens, or a syslog severity. */
export function levelOfValue(value: unknown): Level | undefined {
  if (typeof value === 'string') return byName.get(value.toLowerCase()) ?? levelOfDigits(value);
  return typeof value === 'number' ? levelOfNumber(value) : undefined;
}

function levelOfDigits(text: string): Level | undefined {
  return /^\d{1,2}$/.test(text) ? levelOfNumber(Number(text)) : undefined;
}

function levelOfNumber(value: number): Level | undefined {
  if (value < 8) return syslog[value];
  const tens: readonly Level[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
  return tens[Math.floor(value / 10) - 1];
}

const names =
  'TRACE|TRC|VERBOSE|VRB|DEBUG|DBG|INFO|INF|INFORMATION|NOTICE|NOTE|WARN|WARNING|WRN|ERROR|ERR|SEVERE|FATAL|FTL|CRITICAL|CRIT|PANIC|EMERG|ALERT';

/** A level stands near the beginning; a mention further on is part of the sentence. */
const searched = 96;

/** What makes of a level a count or a denial: `error: 0`, `ERROR=0`, `no ERROR`. */
const uncounted = String.raw`(?!\s*[:=]\s*(?:0|none|null|nil|false)\b)`;

/**
 * `level=warn`, `[error]`, `warn:` and the like: in any case, because their surroundings leave no doubt. Apache writes
 * `[core:error]`, PHP `PHP Fatal error:`, Node `(node:1) Warning:`, npm `npm error`.
 */
const marked = new RegExp(
  [
    String.raw`(?<![\w?&])(?:level|lvl|severity|loglevel)["']?\s*[=:]\s*["']?([a-z]+)`,
    String.raw`[[<(|]\s*(?:\w+:)?(${names})\s*[\])>|]`,
    String.raw`^(${names}|dbug|trce|fail)\b${uncounted}\s*[:|]`,
    String.raw`^(?:PHP (?:\w+ )?|\(node:\d+\) (?:\[\w+\] )?\w*)(ERROR|WARNING|NOTICE|DEPRECATED):`,
    String.raw`^npm (ERROR|WARN|NOTICE|INFO)\b`,
  ].join('|'),
  'i',
);
/** Characters that a mark has at most beyond the level in it: a bracket, or the rest of `level = "`. */
const adjoining = 24;
const denial = /\b(?:no|0|without) $/i;
/** `ERROR` anywhere, Monolog's `] production.ERROR:`, logrus's `ERRO[0001]` and PostgreSQL's `LOG:  `. */
const upperCase = new RegExp(
  [
    String.raw`(?<![\w./-])(${names})(?![\w./=-])${uncounted}`,
    String.raw`\] [\w-]+\.(${names}):`,
    String.raw`^(ERRO|DEBU|TRAC|FATA|PANI)\[\d`,
    String.raw`\b(LOG): {2}`,
  ].join('|'),
);
/** klog and glog: `E1123 12:00:00.000000       1 file.go:10] …`; Ruby's Logger: `E, [2026-…`. */
const initial = /^([TDIWEF])(?:\d{4} \d\d:\d\d:\d\d|, \[\d{4}-)/;
const initials: Readonly<Record<string, Level>> = {
  T: 'trace',
  D: 'debug',
  I: 'info',
  W: 'warn',
  E: 'error',
  F: 'fatal',
};
/** How an uncaught exception begins in Java, Python, Go, Node, .NET, Ruby and Elixir, and a program that cannot run. */
const exception =
  /^(?:Exception in thread |Caused by: |Traceback \(most recent call last\)|Unhandled exception|Uncaught |\*\* \(\w|Segmentation fault|exec \S+: exec format error|Exception: |(?:[\w$]+\.)*[A-Z][\w$]*(?:Error|Exception)\b(?::|$)|\S+\.rb:\d+:in .*\(\w*(?:Error|Exception)\))/;
const crash = /^(?:panic: |fatal error: |thread '[^']*' (?:\(\d+\) )?panicked at )/;

/** The level of a line of plain text, where it shows one; of several, the first is meant. */
export function levelOfText(message: string): Level | undefined {
  const start = message.length > searched ? message.slice(0, searched) : message;
  const loud = upperCase.exec(start);
  const sign = marked.exec(loud ? start.slice(0, loud.index + adjoining) : start);
  if (sign && (!loud || sign.index <= loud.index)) {
    const level = levelOfMatch(sign);
    if (level) return level;
  }
  if (loud && !denial.test(start.slice(0, loud.index))) return levelOfMatch(loud);
  return levelOfBeginning(start);
}

function levelOfMatch(match: RegExpExecArray): Level | undefined {
  const name = match.slice(1).find((group) => group !== undefined);
  return name === undefined ? undefined : byName.get(name.toLowerCase());
}

function levelOfBeginning(start: string): Level | undefined {
  const letter = initial.exec(start)?.[1];
  if (letter) return initials[letter];
  if (crash.test(start)) return 'fatal';
  return exception.test(start) ? 'error' : undefined;
}
