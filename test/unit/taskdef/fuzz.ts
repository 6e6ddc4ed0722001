import { check } from '../../../src/taskdef/check.ts';
import { complete } from '../../../src/taskdef/completion/complete.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { hover } from '../../../src/taskdef/reading/hover.ts';
import { recognise } from '../../../src/taskdef/document/recognise.ts';
import { toRegisterInput } from '../../../src/taskdef/register/registerInput.ts';
import { ownFiles } from './corpus/ownFiles.ts';

const ownTexts = ownFiles.map(({ text }) => text);

/** A stream of numbers below 1 that a seed repeats exactly (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;
const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
const place = (random: Random, text: string): number => Math.floor(random() * (text.length + 1));

const splinters = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '{{',
  '}}',
  '${',
  '$',
  '<',
  '>',
  '%',
  '/*',
  '//',
  '\uD800',
  '\u0000',
  '\uFEFF',
  'null',
  '1e999',
  '"__proto__":',
  '"family":1,',
  '\r\n',
];

const mutations: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, place(random, text)),
  (text, random) => text.slice(place(random, text)),
  (text, random) => {
    const at = place(random, text);
    return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 65_536)) + text.slice(at + 1);
  },
  (text, random) => {
    const at = place(random, text);
    return text.slice(0, at) + pick(random, splinters) + text.slice(at);
  },
  (text, random) => {
    const [a, b] = [place(random, text), place(random, text)].toSorted((x, y) => x - y);
    return text.slice(0, a) + text.slice(b);
  },
  (text, random) => {
    const [a, b] = [place(random, text), place(random, text)].toSorted((x, y) => x - y);
    return text.slice(0, b) + text.slice(a, b) + text.slice(b);
  },
  (text, random) => {
    const depth = Math.floor(random() * 3000);
    const at = place(random, text);
    return text.slice(0, at) + pick(random, ['[', '{"a":', '{{', '"{{']).repeat(depth) + text.slice(at);
  },
  (text, random) =>
    text.replaceAll(pick(random, ['"', ',', ':', '}', '1', 'name']), () =>
      random() < 0.1 ? pick(random, splinters) : '"',
    ),
  (text, random) =>
    text.replace(
      /: ?("[^"]*"|\d+)/,
      `: ${pick(random, ['${X}', '{{ a }}', '<B>', 'null', '{}', '[]', '1e5', '"${a}"', '__Y__'])}`,
    ),
];

/** One of the texts, broken at random, one to four times. */
export function brokenText(random: Random, texts: readonly string[] = ownTexts): string {
  let text = pick(random, texts);
  for (let rounds = 1 + Math.floor(random() * 4); rounds > 0; rounds--)
    text = pick(random, mutations)(text, random).slice(0, 1_100_000);
  return text;
}

/** Runs everything that reads a text over it. Throws what a part throws. */
export function exercise(text: string, random: Random): void {
  const path = pick(random, ['task-definition.json', 'x.json', 'container-definitions.json', 'ecs-service-def.json']);
  recognise(path, text);
  const kind = pick(random, [undefined, 'taskDefinition', 'wrapper', 'containers', 'service'] as const);
  const document = parseDocument(text, { path, kind });
  check(document, {}, (rule, error) => {
    throw new Error(`rule ${rule} threw`, { cause: error });
  });
  const offset = place(random, text);
  complete(document, offset);
  hover(document, offset);
  toRegisterInput(document);
}
