import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, FaultKind } from '../faults.ts';
import { encodeEvent, encodeException, EventStreamAnswer, type EventSink } from './eventStream.ts';
import { skewOf } from './faultAnswers.ts';
import type { Outcome } from './handleRequest.ts';
import { PageAnswer } from './pageAnswer.ts';

const DEFAULT_SLOW_MS = 2000;

/** Writes what came of a request, spoilt by the faults that hit it. */
export async function writeOutcome(response: ServerResponse, outcome: Outcome): Promise<void> {
  if (outcome.hang) return;
  if (outcome.cut || faultOf(outcome, 'resetAfter')) {
    response.socket?.resetAndDestroy();
    return;
  }
  response.statusCode = outcome.status;
  response.setHeader('Date', new Date(Date.now() + skewOf(outcome.faults)).toUTCString());
  response.setHeader('x-amzn-RequestId', outcome.requestId);
  outcome.entry.status = outcome.status;
  if (outcome.answer instanceof EventStreamAnswer) writeStream(response, outcome, outcome.answer);
  else if (outcome.answer instanceof PageAnswer) writePage(response, outcome.answer);
  else await writeBody(response, outcome);
}

function writePage(response: ServerResponse, { status, headers, html }: PageAnswer): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
  response.end(html);
}

async function writeBody(response: ServerResponse, outcome: Outcome): Promise<void> {
  const { protocol, error, operation, requestId } = outcome;
  let text = '';
  if (error) text = protocol.writeError(error, requestId);
  else if (outcome.answer) text = protocol.writeOutput(outcome.answer, operation, requestId);
  if (!error && faultOf(outcome, 'malformedBody')) text = `${text.slice(0, Math.floor(text.length / 2))}<<garbled>>`;
  const body = Buffer.from(text);
  response.setHeader('Content-Type', protocol.contentType);
  for (const [name, value] of Object.entries((error && protocol.errorHeaders?.(error)) ?? {})) {
    response.setHeader(name, value);
  }
  response.setHeader('Content-Length', body.length);
  if (faultOf(outcome, 'truncatedBody')) {
    response.write(body.subarray(0, Math.max(1, body.length >> 1)), () => response.socket?.resetAndDestroy());
    return;
  }
  const slow = faultOf(outcome, 'slowBody');
  if (slow) await writeSlowly(response, body, slow.ms ?? DEFAULT_SLOW_MS);
  else response.end(body);
}

async function writeSlowly(response: ServerResponse, body: Buffer, ms: number): Promise<void> {
  const steps = 10;
  const size = Math.max(1, Math.ceil(body.length / steps));
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    response.write(body.subarray(at, at + size));
    await sleep(ms / steps);
  }
  response.end();
}

function writeStream(response: ServerResponse, outcome: Outcome, answer: EventStreamAnswer): void {
  // Whoever asked has gone: a stream that began now would never hear of it and last for ever.
  if (response.closed || response.destroyed) return;
  response.setHeader('Content-Type', 'application/vnd.amazon.eventstream');
  response.flushHeaders();
  const closers: (() => void)[] = [];
  const sink: EventSink = {
    send: (message) => response.write(message),
    end: () => response.end(),
    backlog: () => response.writableLength,
    onClose: (action) => closers.push(action),
  };
  response.once('close', () => closers.forEach((close) => close()));
  sink.send(encodeEvent('initial-response', {}));
  spoilStream(response, outcome, sink);
  answer.start(sink);
}

function spoilStream(response: ServerResponse, outcome: Outcome, sink: EventSink): void {
  const reset = faultOf(outcome, 'streamReset');
  if (reset) setTimeout(() => response.socket?.resetAndDestroy(), reset.ms ?? DEFAULT_SLOW_MS).unref();
  const fault = faultOf(outcome, 'streamError');
  if (!fault) return;
  const { name, message } = fault.error ?? { name: 'SessionStreamingException', message: 'An unknown error occurred.' };
  const timer = setTimeout(() => {
    sink.send(encodeException(name, message));
    sink.end();
  }, fault.ms ?? DEFAULT_SLOW_MS);
  timer.unref();
}

function faultOf(outcome: Outcome, kind: FaultKind): Fault | undefined {
  return outcome.faults.find((fault) => fault.kind === kind);
}
