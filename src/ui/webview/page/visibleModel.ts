/** C0 and C1 controls but line break and tab, and what turns the direction of the text around. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The same value with every text in it made plain: what would not be seen, or would hide what is, stands as its code. */
export function visibleText<Value>(value: Value): Value {
  return plain(value) as Value;
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').replaceAll(unseen, codeOf);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

/** `␛` for the escape that begins a colour: Unicode has pictures of the C0 controls. Others stand as `‹202e›`. */
function codeOf(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : `‹${code.toString(16).padStart(2, '0')}›`;
}
