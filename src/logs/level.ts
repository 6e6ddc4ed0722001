/** How serious a line is. */
export type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

const byName: Readonly<Record<string, Level>> = {
  trace: 'trace',
  verbose: 'trace',
  finest: 'trace',
  finer: 'trace',
  silly: 'trace',
  vrb: 'trace',
  debug: 'debug',
  dbg: 'debug',
  dbug: 'debug',
  fine: 'debug',
  config: 'debug',
  info: 'info',
  information: 'info',
  informational: 'info',
  inf: 'info',
  log: 'info',
  notice: 'info',
  default: 'info',
  ok: 'info',
  warn: 'warn',
  warning: 'warn',
  wrn: 'warn',
  error: 'error',
  err: 'error',
  eror: 'error',
  fail: 'error',
  severe: 'error',
  fatal: 'fatal',
  ftl: 'fatal',
  critical: 'fatal',
  crit: 'fatal',
  alert: 'fatal',
  emerg: 'fatal',
  emergency: 'fatal',
  panic: 'fatal',
  dpanic: 'fatal',
};

/** Syslog's severities, 0 to 7. */
const syslog: readonly Level[] = ['fatal', 'fatal', 'fatal', 'error', 'warn', 'info', 'info', 'debug'];

/** The level that a logger's own value stands for: a name, pino's and bunyan's tens, or a syslog severity. */
export function levelOfValue(value: unknown): Level | undefined {
  if (typeof value === 'string') return byName[value.toLowerCase()] ?? levelOfDigits(value);
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
  'TRACE|VERBOSE|DEBUG|DBG|INFO|INFORMATION|NOTICE|WARN|WARNING|WRN|ERROR|ERR|SEVERE|FATAL|CRITICAL|CRIT|PANIC|EMERG|ALERT';

/** A level stands near the beginning; a mention further on is part of the sentence. */
const searched = 96;

/** `level=warn`, `[error]`, `warn:` and the like: in any case, because their surroundings leave no doubt. */
const marked = new RegExp(
  `(?:\\b(?:level|lvl|severity|loglevel)["']?\\s*[=:]\\s*["']?(\\w+))|[[<(|]\\s*(${names})\\s*[\\])>|]|^(${names}|dbug|fail)\\b\\s*[:|]`,
  'i',
);
const upperCase = new RegExp(`(?<![\\w./-])(?:${names})(?![\\w./-])`);
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
/** How an uncaught exception begins in Java, Python, Go, Node and .NET. */
const exception =
  /^(?:Exception in thread |Traceback \(most recent call last\)|panic: |Unhandled exception|Uncaught |(?:[\w$]+\.)*[A-Z][\w$]*(?:Error|Exception)\b(?::|$))/;

/** The level of a line of plain text, where it shows one. */
export function levelOfText(message: string): Level | undefined {
  const start = message.length > searched ? message.slice(0, searched) : message;
  const sign = marked.exec(start);
  const named = sign && byName[(sign[1] ?? sign[2] ?? sign[3] ?? '').toLowerCase()];
  if (named) return named;
  const loud = upperCase.exec(start);
  if (loud) return byName[loud[0].toLowerCase()];
  const letter = initial.exec(start)?.[1];
  if (letter) return initials[letter];
  return exception.test(start) ? 'error' : undefined;
}
