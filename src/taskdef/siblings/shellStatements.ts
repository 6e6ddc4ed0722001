import { anything } from './place.ts';

/** Texts that no person wrote as a script. */
const longestScript = 100_000;
const longestStatement = 10_000;
/** A quote that is closed later than this is an apostrophe. */
const longestQuote = 6000;
const keywords = /^(?:(?:then|else|do|if|elif|while|exec|time|sudo|!|\{|\}|-|@)\s+)+/;

/**
 * The statements of a shell script, a pipeline being one: cut at line ends, `;`, `&&` and `||` outside quotes and parentheses, with
 * continued lines joined and comments left out. What is cut wrongly, because it is no shell, makes no sense to a reader, and no harm.
 */
export function shellStatements(script: string): string[] {
  const text = script.length > longestScript ? '' : script.replaceAll(/\\\r?\n/g, ' ');
  const statements: string[] = [];
  let start = 0;
  let depth = 0;
  let quote = '';
  const cut = (end: number, next: number): void => {
    const statement = text.slice(start, end).trim().replace(keywords, '');
    if (statement && statement.length <= longestStatement) statements.push(statement);
    start = next;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quote) {
      if (c === '\\' && quote === '"') i++;
      else if (c === quote) quote = '';
    } else if (c === '\\') i++;
    else if (c === '"' || c === "'") quote = isClosed(text, i) ? c : '';
    else if (c === '#' && /[\s;]/.test(text[i - 1] ?? '\n')) {
      const end = text.indexOf('\n', i);
      cut(i, end < 0 ? text.length : end);
      i = start - 1;
    } else if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (c === '\n' || c === ';') cut(i, i + 1);
    else if ((c === '&' || c === '|') && text[i + 1] === c) cut(i, ++i + 1);
  }
  cut(text.length, text.length);
  return statements;
}

function isClosed(text: string, open: number): boolean {
  const close = text.indexOf(text[open]!, open + 1);
  return close >= 0 && close - open <= longestQuote;
}

/** What a command puts into the middle of a word: `$(dirname $0)/td.json`, `td-$(date).json`, `{{ folder }}/td.json`. */
const partOfWord = /(?<=[\w/.-])\$\([^()]*(?:\([^()]*\)[^()]*)*\)|\$\([^()]*\)(?=\/)|\$?\{\{[^{}]*\}\}/g;

/** Words of a statement that may name a file or a variable, those inside `$( … )` and quotes too, in their order. */
export function wordsIn(statement: string): string[] {
  return statement
    .replaceAll(partOfWord, anything)
    .split(/[\s"'`()|;,<>]+|(?<![\w}])\[|\](?=\s|$)/)
    .map((word) => word.replace(/^[\w-]+=(?!=)/, '').replace(/^(?:fileb?:\/\/|@)/, ''))
    .filter(Boolean);
}
