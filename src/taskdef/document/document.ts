import { parseJson, type SyntaxProblem } from '../formats/json.ts';
import type { Node } from '../formats/node.ts';
import { type FileKind, recognise } from './recognise.ts';
import { maskPlaceholders, type PlaceholderSpan } from './maskPlaceholders.ts';
import { hasPlaceholder, standsInFor } from './placeholders.ts';

/** A file as parsed, half-typed ones included. All offsets are UTF-16 units in `text`, as VS Code counts them. */
export interface SourceDocument {
  readonly text: string;
  readonly kind: FileKind;
  /** Undefined for an empty file, and for one that is too large or nested too deeply to be a task definition. */
  readonly root: Node | undefined;
  /** What a JSON parser that allows comments and trailing commas complains of, after unquoted placeholders are set aside. */
  readonly errors: readonly SyntaxProblem[];
  /** Unquoted placeholders; empty for a file that is JSON. */
  readonly spans: readonly PlaceholderSpan[];
  /** Whether the node's value is a placeholder or holds one, and so may become anything. */
  isUnknown(node: Node): boolean;
  /** Whether a template may add members or items that cannot be seen here. */
  isOpen(node: Node): boolean;
}

/** Four times what ECS takes, for the blanks; what is longer is measured and not read. */
const longestParsed = 262_144;
const deepestNesting = 100;

/** Parses a file. `kind` says what it is taken for; without it, name and text are judged. Never throws. */
export function parseDocument(text: string, options: { path?: string; kind?: FileKind } = {}): SourceDocument {
  const kind = options.kind ?? recognise(options.path ?? '', text);
  if (text.length > longestParsed || nesting(text) > deepestNesting) {
    return { text, kind, root: undefined, errors: [], spans: [], isUnknown: () => true, isOpen: () => true };
  }
  const { root, errors, spans } = parse(text);
  const unquoted = new Set(spans.filter((span) => span.role === 'value').map((span) => span.offset));
  const open = openNodes(root, spans);
  const memory = new Map<Node, boolean>();
  const judge = (node: Node): boolean => {
    if (node.type !== 'string') return false;
    if (unquoted.has(node.offset) || hasPlaceholder(text.slice(node.offset + 1, node.offset + node.length - 1)))
      return true;
    return standsInFor(memberName(node), String(node.value));
  };
  const isUnknown = (node: Node): boolean => {
    const known = memory.get(node);
    if (known !== undefined) return known;
    const unknown = judge(node);
    memory.set(node, unknown);
    return unknown;
  };
  return { text, kind, root, errors, spans, isUnknown, isOpen: (node) => open.has(node) };
}

/** The name of the member that a value stands in, itself or in its list. */
function memberName(node: Node): string {
  const holder = node.parent?.type === 'array' ? node.parent.parent : node.parent;
  return holder?.type === 'property' && holder.children?.[0] !== node ? String(holder.children?.[0]?.value) : '';
}

interface Parsed {
  root: Node | undefined;
  errors: readonly SyntaxProblem[];
  spans: PlaceholderSpan[];
}

function parse(text: string): Parsed {
  // A byte-order mark is reported by a rule; the parser need not stumble over it.
  const plain = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const { root, problems: errors } = parseJson(plain);
  if (errors.length === 0) return { root, errors, spans: [] };
  const masked = maskPlaceholders(plain);
  if (masked.spans.length === 0 && masked.text === plain) return { root, errors, spans: [] };
  const filled = parseJson(masked.text);
  return { root: filled.root, errors: filled.problems, spans: masked.spans };
}

/** Deepest nesting of brackets outside strings: the parser recurses, and a hostile file must not overflow its stack. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 123 || c === 91) {
      if (++depth > deepest) deepest = depth;
    } else if (c === 125 || c === 93) depth--;
  }
  return deepest;
}

/** Objects and arrays in which a `{{ if … }}` block or a placeholder in the place of a key or item stands, and their parents' lists. */
function openNodes(root: Node | undefined, spans: readonly PlaceholderSpan[]): Set<Node> {
  const open = new Set<Node>();
  if (!root) return open;
  for (const span of spans) {
    let node: Node | undefined = root;
    let innermost: Node | undefined;
    while (node) {
      if (node.type === 'object' || node.type === 'array') innermost = node;
      node = childAt(node, span.offset);
    }
    if (!innermost) continue;
    const inArray: boolean = innermost.type === 'array';
    const child = childAt(innermost, span.offset);
    const asKey = child?.type === 'property' && child.offset === span.offset;
    if (span.role === 'block' || inArray || asKey) open.add(innermost);
  }
  return open;
}

/** The child in which an offset lies. There may be thousands, and as many placeholders. */
function childAt({ children = [] }: Node, offset: number): Node | undefined {
  let low = 0;
  let high = children.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (children[middle]!.offset <= offset) low = middle;
    else high = middle - 1;
  }
  const child = children[low];
  return child && child.offset <= offset && offset < child.offset + child.length ? child : undefined;
}
