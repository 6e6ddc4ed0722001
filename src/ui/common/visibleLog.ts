import type { LogOutputChannel } from 'vscode';
import { visibleLine, visibleText } from '../../ecs/text/visibleText.ts';

/** The same log, in which nothing that is told can pass for another entry: each is one line, of a stack the others are indented. */
export function visibleLog(log: LogOutputChannel): LogOutputChannel {
  const writer = (level: 'trace' | 'debug' | 'info' | 'warn' | 'error') => ({
    value: (told: string | Error): void => log[level](typeof told === 'string' ? visibleLine(told) : stackOf(told)),
  });
  return Object.create(log, {
    trace: writer('trace'),
    debug: writer('debug'),
    info: writer('info'),
    warn: writer('warn'),
    error: writer('error'),
  }) as LogOutputChannel;
}

function stackOf(error: Error): string {
  return visibleText(error.stack ?? String(error)).replaceAll('\n', '\n    ');
}
