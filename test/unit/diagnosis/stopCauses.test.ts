import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../../src/ecs/diagnosis/catalogue.ts';
import { diagnose } from '../../../src/ecs/diagnosis/diagnose.ts';
import { diagnoseStop } from '../../../src/ecs/diagnosis/stopDiagnosis.ts';
import { wordings } from './stopWordings.ts';

for (const [index, { cause, task }] of wordings.entries()) {
  const words = task.containers?.find(({ reason }) => reason)?.reason ?? task.stoppedReason ?? '';
  test(`${index + 1}: “${words.slice(0, 80)}” is ${cause}`, () => {
    const { answers } = diagnose({ subject: 'task', task, now: 0 });
    assert.equal(answers[0]?.cause, cause);
    const rivals = answers.slice(1).filter(({ certainty }) => certainty === answers[0]?.certainty);
    assert.deepEqual(rivals, []);
    for (const { sentence, short, advice, evidence } of answers) {
      assert.ok(evidence.length > 0, 'no cause without evidence');
      for (const text of [sentence, short, advice]) assert.doesNotMatch(text, / {2}|\s[.,]|^\s|\s$|undefined/, text);
      assert.match(sentence, /[.:)]$|\D$/);
      assert.ok(short.length <= 40, short);
    }
    assert.ok(diagnoseStop(task).reason.includes(task.stoppedReason ?? ''));
  });
}

test('words that nobody knows are shown, and nothing is guessed', () => {
  const task = { stopCode: 'TaskFailedToStart', stoppedReason: 'Frobnication exhausted' } as const;
  const found = diagnoseStop(task);
  assert.deepEqual(found, { reason: 'Frobnication exhausted', cause: undefined, explanation: undefined });
});

test('ids of causes are unique', () => {
  const ids = catalogue.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});
