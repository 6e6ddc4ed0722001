import { test } from 'node:test';
import { brokenText, exercise, randomFrom } from './fuzz.ts';
import { hostileTexts } from '../../support/hostileTexts.ts';
import { withoutHanging } from '../../support/withoutHanging.ts';

/** How many broken texts to try: a sample in `npm test`, 200,000 in the soak run. */
const rounds = Number(process.env['TASKDEF_FUZZ_ROUNDS'] ?? 4000);
const seed = Number(process.env['TASKDEF_FUZZ_SEED'] ?? 20_261_123);
/** How many are tried between two looks at whether they come to an end. */
const batch = 100;

test(`${rounds} broken texts raise no exception and hold nothing up`, () => {
  const random = randomFrom(seed);
  for (let from = 0; from < rounds; from += batch) {
    let tried = '';
    const tryBatch = (): void => {
      for (let round = from; round < Math.min(rounds, from + batch); round++) {
        const text = brokenText(random);
        tried = `round ${round} of seed ${seed}: ${JSON.stringify(text.slice(0, 2000))}`;
        exercise(text, random);
      }
    };
    try {
      withoutHanging(() => tried, tryBatch);
    } catch (error) {
      throw new Error(tried, { cause: error });
    }
  }
});

for (const [name, text] of Object.entries(hostileTexts)) {
  test(`${name} raises no exception and holds nothing up`, () => {
    withoutHanging(name, () => exercise(text, randomFrom(1)));
  });
}
