/** What is known of the block that a stream has begun: a stack trace, or rows that belong to the line above. */
export interface Block {
  readonly stream: string;
  /** Time of its last line, epoch milliseconds. */
  at: number;
  /** Whose trace it is and how far it has come, where further lines look like any other. */
  kind: 'python' | 'afterPython' | 'pythonAgain' | 'go' | 'rust' | 'afterRust' | undefined;
}

interface Line {
  stream: string;
  timestamp: number;
  message: string;
}

/** Milliseconds after which a line begins something new, however it is indented: a trace is written in one go. */
const pause = 2000;

/**
 * How the further lines of a block begin whoever wrote it: indented, Java's `Caused by:`, .NET's `--- End of`. An
 * indented level, as log4j's `%5p` writes it, begins a line of its own.
 */
const continuation =
  /^(?:\s+(?!(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\b)\S|Caused by: |Suppressed: |\.\.\. \d+ (?:more|common frames)|--- End of |\}|\]|goroutine \d+ \[|created by \S)/;
const firstOfContinuation = new Set(
  ['\t', ' ', '.', 'C', 'S', '-', '}', ']', 'g', 'c'].map((one) => one.charCodeAt(0)),
);

const pythonEnd = /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:: .*)?$/s;
const pythonLink = /^(?:During handling of the above exception|The above exception was the direct cause)/;
const goCall = /^[\w./*()[\]{}·…~%-]+\(/;
const goEnd = /^(?:\[signal |exit status \d)/;
const rustMore = /^(?:note: |stack backtrace:)/;

export function beginBlock({ stream, timestamp, message }: Line): Block {
  return { stream, at: timestamp, kind: kindOf(message) };
}

function kindOf(message: string): Block['kind'] {
  switch (message.charCodeAt(0)) {
    case 0x54: // T
      return message.startsWith('Traceback (most recent call last)') ? 'python' : undefined;
    case 0x74: // t
      return /^thread '[^']*' (?:\(\d+\) )?panicked at (?!')/.test(message) ? 'rust' : undefined;
    case 0x66: // f
    case 0x70: // p
      return /^(?:panic|fatal error): /.test(message) ? 'go' : undefined;
    default:
      return undefined;
  }
}

/** Whether the line goes on with the block, which then knows of it. */
export function takesLine(block: Block, { stream, timestamp, message }: Line): boolean {
  if (block.stream !== stream || Math.abs(timestamp - block.at) > pause) return false;
  const first = message.charCodeAt(0);
  const goesOn = (firstOfContinuation.has(first) && continuation.test(message)) || takesByKind(block, message);
  if (goesOn) block.at = timestamp;
  return goesOn;
}

function takesByKind(block: Block, message: string): boolean {
  if (block.kind === undefined) return false;
  if (message.trim() === '') return true;
  switch (block.kind) {
    case 'python':
      block.kind = 'afterPython';
      return pythonEnd.test(message);
    case 'afterPython':
      block.kind = 'pythonAgain';
      return pythonLink.test(message);
    case 'pythonAgain':
      block.kind = 'python';
      return kindOf(message) === 'python';
    case 'go':
      return (message.endsWith(')') && goCall.test(message)) || goEnd.test(message);
    case 'rust':
      // The message stands in a line of its own.
      block.kind = 'afterRust';
      return true;
    case 'afterRust':
      return rustMore.test(message);
  }
}
