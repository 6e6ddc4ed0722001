export type Encoding = 'utf8' | 'utf16le' | 'utf16be';

const marks = { utf16le: Buffer.from([0xff, 0xfe]), utf16be: Buffer.from([0xfe, 0xff]) };

/** The text of a file in UTF-8, or in UTF-16 with its byte-order mark, as PowerShell redirects the output of the AWS CLI. */
export function decode(bytes: Buffer): { text: string; encoding: Encoding } {
  const mark = bytes.subarray(0, 2);
  if (mark.equals(marks.utf16le)) return { text: bytes.toString('utf16le', 2), encoding: 'utf16le' };
  if (!mark.equals(marks.utf16be)) return { text: bytes.toString('utf8'), encoding: 'utf8' };
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return { text: Buffer.from(even).swap16().toString('utf16le', 2), encoding: 'utf16be' };
}

/** The bytes of a text in the encoding that its file had. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return Buffer.concat([marks[encoding], encoding === 'utf16be' ? bytes.swap16() : bytes]);
}
