/** The text of a file in UTF-8, or in UTF-16 with its byte-order mark, as PowerShell redirects the output of the AWS CLI. */
export function decode(bytes: Buffer): { text: string; utf16: boolean } {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return { text: bytes.toString('utf16le', 2), utf16: true };
  if (mark !== 0xfeff) return { text: bytes.toString('utf8'), utf16: false };
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return { text: Buffer.from(even).swap16().toString('utf16le', 2), utf16: true };
}
