import { crc32 } from 'node:zlib';

const STRING_HEADER = 7;

/** One message of `application/vnd.amazon.eventstream`; the payload is JSON. */
function encodeMessage(headers: Record<string, string>, payload: unknown): Buffer {
  const head = Buffer.concat(Object.entries(headers).map(([name, value]) => encodeHeader(name, value)));
  const body = Buffer.from(JSON.stringify(payload));
  const total = 12 + head.length + body.length + 4;
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(total, 0);
  prelude.writeUInt32BE(head.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const message = Buffer.concat([prelude, head, body]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(message), 0);
  return Buffer.concat([message, check]);
}

export function encodeEvent(type: string, payload: unknown): Buffer {
  return encodeMessage({ ':event-type': type, ':content-type': 'application/json', ':message-type': 'event' }, payload);
}

export function encodeException(type: string, message: string): Buffer {
  return encodeMessage(
    { ':exception-type': type, ':content-type': 'application/json', ':message-type': 'exception' },
    { message },
  );
}

function encodeHeader(name: string, value: string): Buffer {
  const text = Buffer.from(value);
  const header = Buffer.alloc(1 + name.length + 3);
  header.writeUInt8(name.length, 0);
  header.write(name, 1, 'latin1');
  header.writeUInt8(STRING_HEADER, 1 + name.length);
  header.writeUInt16BE(text.length, 2 + name.length);
  return Buffer.concat([header, text]);
}

/** Where an operation that answers with a stream writes to. */
export interface EventSink {
  send(message: Buffer): void;
  end(): void;
  /** Bytes that the reader has not taken yet. */
  backlog(): number;
  /** Runs once, when the stream ended from either side. */
  onClose(action: () => void): void;
}

/** What a streaming operation returns: `start` is called when the answer's headers are out. */
export class EventStreamAnswer {
  readonly start: (sink: EventSink) => void;

  constructor(start: (sink: EventSink) => void) {
    this.start = start;
  }
}
