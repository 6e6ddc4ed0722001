import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readImportGraph, root } from './importGraph.ts';

/** What fits into the one line that VS Code gives a notification without a button. */
const mostLetters = 75;

/** A string, or what moves in and out of a list of arguments. */
const token = /'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[([{}\]),]/g;

/** The arguments of a call whose parenthesis opens before `from`. */
function argumentsAt(source: string, from: number): string[] {
  const found: string[] = [];
  let depth = 0;
  let begin = from;
  for (const { 0: text, index } of source.slice(from).matchAll(token)) {
    const at = from + index;
    if ('([{'.includes(text)) depth++;
    else if (depth > 0 && ')]}'.includes(text)) depth--;
    else if (depth === 0 && (text === ',' || text === ')')) {
      found.push(source.slice(begin, at));
      begin = at + 1;
      if (text === ')') break;
    }
  }
  return found.filter((one) => one.trim() !== '');
}

/** The texts that an expression may come to: those in it, or those of the constant that it names. */
function textsIn(source: string, expression: string): string[] {
  const name = /^\s*(\w+)\s*$/.exec(expression)?.[1];
  const value = name ? new RegExp(`const ${name} =\\s*([^;]*);`).exec(source)?.[1] : undefined;
  return [...(value ?? expression).matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) => text);
}

/** What a file says without a button. */
function bareMessages(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const calls = [...source.matchAll(/\b(showInformation|showWarning|showError|offer)\(/g)];
  return calls.flatMap((call) => {
    const given = argumentsAt(source, call.index + call[0].length);
    const bare = call[1] === 'offer' ? given.slice(1) : given;
    return bare.length === 1 ? textsIn(source, bare[0] ?? '') : [];
  });
}

test('a message without a button is one short sentence: VS Code would hide the rest of it', () => {
  const files = [...readImportGraph().keys()].filter((file) => file.startsWith('src/ui/'));
  const said = files.flatMap((file) => bareMessages(file).map((text) => ({ file, text })));
  assert.ok(said.length > 10, 'some were found');
  const tooMuch = said.filter(({ text }) => text.length > mostLetters || /[.!?:] [A-Z]/.test(text));
  assert.deepEqual(tooMuch, []);
});
