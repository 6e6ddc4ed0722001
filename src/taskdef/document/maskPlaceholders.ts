import { bareForms, type Marks } from './placeholders.ts';

/** A stretch of the file that is no JSON: `value` stands where a value or key belongs, `block` between members (`{{ if … }}`). */
export interface PlaceholderSpan {
  offset: number;
  length: number;
  role: 'value' | 'block';
}

export interface MaskedText {
  text: string;
  spans: PlaceholderSpan[];
}

const longestPlaceholder = 2000;
const opening = new RegExp(bareForms.marks.map(opens).join('|'), 'y');
const closing = new Map(bareForms.marks.map(({ open, close }) => [open, close]));
const word = new RegExp(bareForms.word, 'y');
/** A bare word where a value belongs: what a script replaces has capitals and an underscore, and so is no misspelt `TRUE`. */
const bareWord =
  /(?<!\w)(?:[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,20}|[xX]{3,80}|PLACEHOLDER|CHANGEME|REPLACEME|TODO|TBD)/y;
const statement =
  /^(?:\{%|\{#|<%(?!=)|%\{|\{\{[-~]?\s*(?:if|else|end|range|with|for|unless|each|template|define|block|include|[#/^!"']))/;
const glue = /[\w.\-/:]+/y;

/**
 * Replaces what is no JSON by JSON of the same length, so that the file can be parsed and every offset stays true: a placeholder in
 * the place of a value becomes a string, one that stands between members becomes blanks, quotes inside `"{{ env "X" }}"` are hidden.
 */
export function maskPlaceholders(text: string): MaskedText {
  const spans: PlaceholderSpan[] = [];
  const parts: string[] = [];
  const containers: string[] = [];
  let copied = 0;
  let last = '';
  const put = (from: number, to: number, masked: string): void => {
    parts.push(text.slice(copied, from), masked);
    copied = to;
  };
  for (let i = 0; i < text.length;) {
    const c = text[i]!;
    const end = spanEnd(text, i, last === ':' || containers.at(-1) === '[');
    if (end > i) {
      const start = valueStart(text, i, copied);
      const role = start < i ? 'value' : roleOf(text, last, containers.at(-1), end);
      const blank = text.slice(start, end).replaceAll(/[^\r\n]/g, ' ');
      put(start, end, role === 'value' ? `"${'_'.repeat(end - start - 2)}"` : blank);
      spans.push({ offset: start, length: end - start, role });
      if (role === 'value') last = '"';
      i = end;
    } else if (c === '"') {
      const close = stringEnd(text, i);
      const inner = text.slice(i + 1, close.end - 1);
      if (close.hidden) put(i + 1, close.end - 1, inner.replaceAll(/["\\]/g, "'"));
      last = '"';
      i = close.end;
    } else if (c === '/' && (text[i + 1] === '/' || text[i + 1] === '*')) {
      i = commentEnd(text, i);
    } else {
      if (c === '{' || c === '[') containers.push(c);
      else if (c === '}' || c === ']') containers.pop();
      if (c > ' ') last = c;
      i++;
    }
  }
  parts.push(text.slice(copied));
  return { text: parts.join(''), spans };
}

function opens({ open, ahead }: Marks): string {
  const mark = open.replaceAll(/[$[({]/g, String.raw`\$&`);
  return ahead === undefined ? mark : `${mark}(?=${ahead})`;
}

/** Where the value begins that a placeholder ends, as in `1${x}` and `10<CPU>`; a template's statements only follow a value. */
function valueStart(text: string, at: number, from: number): number {
  if (statement.test(text.slice(at, at + 40))) return at;
  let start = at;
  while (start > from && /[-\w.]/.test(text[start - 1]!)) start--;
  return start;
}

/** End of the placeholder, with all that is glued to it (`${a}-${b}`, `<CPU>00`), or `start` when none begins there. */
function spanEnd(text: string, start: number, inValue: boolean): number {
  let end = start;
  bareWord.lastIndex = start;
  if (inValue) end += bareWord.exec(text)?.[0].length ?? 0;
  for (;;) {
    const next = pieceEnd(text, end);
    if (next > end) {
      end = next;
      continue;
    }
    glue.lastIndex = end;
    const glued = end > start ? glue.exec(text)?.[0].replace(/:$/, '') : undefined;
    if (!glued) return end;
    end += glued.length;
  }
}

function pieceEnd(text: string, at: number): number {
  opening.lastIndex = at;
  const open = opening.exec(text)?.[0];
  if (open) {
    const mark = closing.get(open)!;
    const close = closeOf(text, mark, at + open.length);
    if (close < 0) return at;
    const end = close + mark.length;
    // Handlebars closes with three braces at times, `{{{raw}}}`, and Azure DevOps with a hash, `#{PORT}#`.
    const more = open === '{{' ? text[at + 2] === '{' && text[end] === '}' : open === '#{' && text[end] === '#';
    return more ? end + 1 : end;
  }
  word.lastIndex = at;
  const found = word.exec(text)?.[0];
  return found ? at + found.length : at;
}

/** Where `mark` stands within the length a placeholder may have; a bound, so that hostile text costs no quadratic time. */
function indexWithin(text: string, mark: string, from: number): number {
  const at = text.slice(from, from + longestPlaceholder).indexOf(mark);
  return at < 0 ? -1 : from + at;
}

const deepestPlaceholder = 20;

/** Where a placeholder closes: with one brace after as many as were opened within, `${A:-${B}}`, `${jsonencode({ a = "}" })}`. */
function closeOf(text: string, mark: string, from: number): number {
  const first = indexWithin(text, mark, from);
  if (mark !== '}' || first < 0) return first;
  const end = Math.min(text.length, from + longestPlaceholder);
  let depth = 0;
  for (let i = from; i < end && depth < deepestPlaceholder; i++) {
    const c = text[i];
    if (c === '"') i = quoteEnd(text, i, end);
    else if (c === '{') depth++;
    else if (c === '}' && depth-- === 0) return i;
  }
  return first;
}

/** The closing quote of a string within a placeholder, or the end of its line. */
function quoteEnd(text: string, start: number, end: number): number {
  for (let i = start + 1; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"' || text[i] === '\n') return i;
  }
  return end;
}

function roleOf(text: string, last: string, container: string | undefined, end: number): 'value' | 'block' {
  const next = /[^\s]/.exec(text.slice(end, end + 200))?.[0] ?? '';
  if (last === ':') return 'value';
  if (container === '[')
    return (last === '[' || last === ',') && next !== '{' && next !== '"' && next !== '[' ? 'value' : 'block';
  return next === ':' ? 'value' : 'block';
}

/** End of a string in which a placeholder may hold quotes of its own, as `"{{ env "HOME" }}"` does. */
function stringEnd(text: string, start: number): { end: number; hidden: boolean } {
  let hidden = false;
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '"' || c === '\n') return { end: c === '"' ? i + 1 : i, hidden };
    else if ((c === '{' && text[i + 1] === '{') || (c === '$' && text[i + 1] === '{')) {
      const mark = c === '{' ? '}}' : '}';
      const close = closeOf(text, mark, i + 2);
      const inner = close < 0 ? '' : text.slice(i, close);
      if (close < 0 || inner.includes('\n')) continue;
      if (inner.includes('"')) hidden = true;
      i = close + mark.length - 1;
    }
  }
  return { end: text.length, hidden };
}

function commentEnd(text: string, start: number): number {
  const mark = text[start + 1] === '/' ? '\n' : '*/';
  const close = text.indexOf(mark, start + 2);
  return close < 0 ? text.length : close + mark.length;
}
