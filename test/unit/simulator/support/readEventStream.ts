import { crc32 } from 'node:zlib';

/** One message of an event stream, taken apart by hand. */
export interface StreamMessage {
  headers: Record<string, string>;
  payload: unknown;
}

/** Cuts whole messages off the front of `buffer`, checking lengths and both checksums; gives them and what is left. */
export function readMessages(buffer: Buffer): { messages: StreamMessage[]; rest: Buffer } {
  const messages: StreamMessage[] = [];
  let rest = buffer;
  while (rest.length >= 16 && rest.length >= rest.readUInt32BE(0)) {
    const length = rest.readUInt32BE(0);
    messages.push(readMessage(rest.subarray(0, length)));
    rest = rest.subarray(length);
  }
  return { messages, rest };
}

function readMessage(message: Buffer): StreamMessage {
  const headersLength = message.readUInt32BE(4);
  if (message.readUInt32BE(8) !== crc32(message.subarray(0, 8))) throw new Error('The prelude’s checksum is wrong.');
  if (message.readUInt32BE(message.length - 4) !== crc32(message.subarray(0, -4))) {
    throw new Error('The message’s checksum is wrong.');
  }
  const payload = message.subarray(12 + headersLength, -4).toString();
  return { headers: readHeaders(message.subarray(12, 12 + headersLength)), payload: JSON.parse(payload) as unknown };
}

function readHeaders(bytes: Buffer): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let at = 0; at < bytes.length;) {
    const nameLength = bytes.readUInt8(at);
    const name = bytes.toString('utf8', at + 1, at + 1 + nameLength);
    const type = bytes.readUInt8(at + 1 + nameLength);
    if (type !== 7) throw new Error(`Header ${name} is no string.`);
    const valueLength = bytes.readUInt16BE(at + 2 + nameLength);
    const start = at + 4 + nameLength;
    headers[name] = bytes.toString('utf8', start, start + valueLength);
    at = start + valueLength;
  }
  return headers;
}
