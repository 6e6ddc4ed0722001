/** A block of addresses of one family, as numbers. */
interface Block {
  family: 4 | 6;
  first: bigint;
  bits: number;
}

const width = { 4: 32, 6: 128 } as const;

/** A block in CIDR notation, or undefined for what is none. */
function parseBlock(text: string): Block | undefined {
  const [address = '', length] = text.split('/');
  const family = address.includes(':') ? 6 : 4;
  const first = family === 6 ? parseIpv6(address) : parseIpv4(address);
  const bits = length === undefined ? width[family] : Number(length);
  return first === undefined || !(bits >= 0 && bits <= width[family]) ? undefined : { family, first, bits };
}

function parseIpv4(text: string): bigint | undefined {
  const octets = text.split('.').map(Number);
  if (octets.length !== 4 || !octets.every((octet) => octet >= 0 && octet <= 255)) return undefined;
  return octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const [head = '', tail] = text.split('::');
  const words = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const [left, right] = [words(head), words(tail ?? '')];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  if (gap < 0) return undefined;
  const all = [...left, ...Array.from({ length: gap }, () => '0'), ...right];
  if (all.length !== 8 || !all.every((word) => /^[\da-f]{1,4}$/i.test(word))) return undefined;
  return all.reduce((sum, word) => sum * 65_536n + BigInt(`0x${word}`), 0n);
}

/** Whether every address of `inner` lies in `outer`; both in CIDR notation. */
export function covers(outer: string, inner: string): boolean {
  const [big, small] = [parseBlock(outer), parseBlock(inner)];
  if (!big || !small || big.family !== small.family || big.bits > small.bits) return false;
  const shift = BigInt(width[big.family] - big.bits);
  return big.first >> shift === small.first >> shift;
}

export function overlap(one: string, other: string): boolean {
  return covers(one, other) || covers(other, one);
}

/** The two halves of a block. */
export function halves(text: string): [string, string] {
  const block = parseBlock(text);
  if (!block) return [text, text];
  const { family, bits } = block;
  const shift = BigInt(width[family] - bits);
  const first = (block.first >> shift) << shift;
  const middle = first + (1n << (shift - 1n));
  return [`${format(family, first)}/${bits + 1}`, `${format(family, middle)}/${bits + 1}`];
}

function format(family: 4 | 6, value: bigint): string {
  const [count, size] = family === 4 ? [4, 8n] : [8, 16n];
  const parts = Array.from({ length: count }, (_, index) => {
    const part = (value >> (BigInt(count - 1 - index) * size)) & ((1n << size) - 1n);
    return part.toString(family === 4 ? 10 : 16);
  });
  return parts.join(family === 4 ? '.' : ':');
}

/** Everything there is, of a family. */
export const everywhere = { 4: '0.0.0.0/0', 6: '::/0' } as const;

/** Blocks in which no public address lies. */
const inner = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
];

export function isInner(block: string): boolean {
  return inner.some((one) => covers(one, block));
}
