import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenText, exercise, randomFrom } from './fuzz.ts';

/** How many broken texts to try: a sample in `npm test`, 200,000 in the soak run. */
const rounds = Number(process.env['TASKDEF_FUZZ_ROUNDS'] ?? 4000);
const seed = Number(process.env['TASKDEF_FUZZ_SEED'] ?? 20_261_123);
const longestAllowed = 200;

test(`${rounds} broken texts raise no exception, and none takes longer than ${longestAllowed} ms`, () => {
  const random = randomFrom(seed);
  for (let round = 0; round < rounds; round++) {
    const text = brokenText(random);
    let longest: number;
    try {
      longest = exercise(text, random);
    } catch (error) {
      throw new Error(`round ${round} of seed ${seed}: ${JSON.stringify(text.slice(0, 2000))}`, { cause: error });
    }
    // A pause of the machine is told from a slow text by trying again.
    if (longest > longestAllowed) longest = exercise(text, random);
    assert.ok(
      longest <= longestAllowed,
      `round ${round} of seed ${seed}: ${longest.toFixed(0)} ms for ${text.length} characters`,
    );
  }
});

const megabyte = 1_000_000;
const task = (inner: string): string => `{"family":"a","containerDefinitions":[{"name":"a","image":"b",${inner}}]}`;
const fill = (piece: string): string => piece.repeat(Math.floor(megabyte / piece.length));

const hostile: Record<string, string> = {
  'a megabyte of open brackets': '['.repeat(megabyte),
  'a megabyte of open objects': `{"containerDefinitions":${fill('[{"a":')}`,
  'a megabyte of open placeholders': `{"containerDefinitions": ${fill('{{')}`,
  'a megabyte of placeholders in strings': task(`"user":"${fill('{{ a ')}"`),
  'a megabyte of dollar signs': task(`"user":"${fill('$(')}"`),
  'a megabyte of underscores': task(`"user":"${fill('__a_')}"`),
  'a megabyte of angle brackets': task(`"user":"${fill('<a ')}"`),
  'a megabyte of escapes': task(`"user":"${fill('\\\\')}"`),
  'thousands of containers': `{"containerDefinitions":[${fill('{"name":"a","image":"b","dependsOn":[{"containerName":"c","condition":"START"}]},')}{}]}`,
  'thousands of containers in a chain': `{"networkMode":"bridge","containerDefinitions":[${Array.from({ length: 5000 }, (_, i) => `{"name":"c${i}","image":"b","links":["c${i + 1}"],"dependsOn":[{"containerName":"c${i + 1}","condition":"HEALTHY"}]}`).join()}]}`,
  'thousands of ports': task(`"portMappings":[${fill('{"containerPort":80,"hostPort":80,"name":"a"},')}{}]`),
  'thousands of ranges': task(`"portMappings":[${fill('{"containerPortRange":"80-90"},')}{}]`),
  'thousands of variables': task(`"environment":[${fill('{"name":"A","value":"postgres://a:b@c"},')}{}]`),
  'thousands of unknown members': task(Array.from({ length: 30_000 }, (_, i) => `"unknownMember${i}":1`).join()),
  'thousands of duplicate keys': task(`${fill('"user":"1",')}"user":"1"`),
  'thousands of nulls': task(`"environment":[${fill('{"name":null,"value":null},')}{}]`),
  'thousands of long words': task(`"environment":[${fill('{"name":"' + 'x'.repeat(300) + '","vlaue":"1"},')}{}]`),
  'a long image': task(`"image":"${fill('a/')}"`),
  'a long cpu': `{"cpu":"${fill('1 ')}","memory":"${fill('1.')}","containerDefinitions":[]}`,
  'lone surrogates': task(`"user":"${fill('\uD800')}"`),
  'deep nesting': `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
};

for (const [name, text] of Object.entries(hostile)) {
  test(`${name}: no exception, and not slow`, () => {
    const random = randomFrom(1);
    const longest = Math.min(exercise(text, random), exercise(text, randomFrom(1)), exercise(text, randomFrom(1)));
    assert.ok(longest <= longestAllowed, `${longest.toFixed(0)} ms`);
  });
}
