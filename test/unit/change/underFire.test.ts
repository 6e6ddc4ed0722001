import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { beginDeployment } from '../../simulator/ecs/scheduler/deployments.ts';
import type { FaultRule } from '../../simulator/faults.ts';
import { eventually } from '../../support/eventually.ts';
import { type Asked, stage } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { cluster, type CommandStage, openStage, type Script } from './commandStage.ts';

/** What happens between a person's consent and the account, and what they are told of it. */
describe('a change under fire', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  const service = 'checkout';
  const state = () => shop.server.account.region('eu-west-1').ecs.clusters.get(cluster)?.services.get(service);
  const count = () => state()?.desiredCount;

  /** What another person does, which holds at once. */
  function somebodyElse({ count: desired, revision }: { count?: number; revision?: number }): void {
    const found = state() ?? assert.fail();
    if (desired !== undefined) found.desiredCount = desired;
    if (revision !== undefined) {
      const taskDefinition = found.spec.taskDefinition.replace(/:\d+$/, `:${revision}`);
      beginDeployment(found, { ...found.spec, taskDefinition });
    }
    found.scheduler.changed();
  }

  /** Runs a command; each answer may come after something else has happened. */
  async function act(name: string, script: Script, meanwhile: (nth: number) => void = () => undefined) {
    const run = await commandNamed(name);
    const mark = shop.server.ledger.mark();
    const rest = [...script];
    const asked: string[] = [];
    stage.answer = ({ text, kind, choices }: Asked): string | undefined => {
      const [question, given] = rest.shift() ?? [];
      if (question === undefined) return undefined;
      assert.ok(
        typeof question === 'string' ? text.includes(question) : question.test(text),
        `${text} was asked, not ${question}`,
      );
      if (kind !== 'input') assert.ok(choices.includes(given ?? ''), `${given} is not among ${choices.join()}`);
      asked.push(text);
      meanwhile(asked.length);
      return given;
    };
    const failure = await run(shop.workbench, shop.service(service)).then(
      () => undefined,
      (error: Error) => error,
    );
    assert.deepEqual(rest, [], 'every answer was asked for');
    return { failure, asked, sent: shop.server.ledger.changes(mark).map(({ operation }) => operation), mark };
  }

  /** Does something when a request arrives that fits, and then has the fault hit it. */
  function upon(operation: string, then: () => void, fault: Omit<FaultRule, 'operation' | 'when'>): void {
    const when = (): boolean => {
      then();
      return true;
    };
    shop.server.faults.add({ operation: `ecs:${operation}`, count: 1, when, ...fault });
  }

  const refused: FaultRule['error'] = { name: 'InvalidParameterException', message: 'Not today.' };

  describe('of several steps', () => {
    const pause: Script = [['Pause checkout?', 'Pause']];

    it('is taken back when its last step is refused, and says so', async () => {
      shop.server.faults.add({ operation: 'ecs:UpdateService', kind: 'error', error: refused });
      const { failure } = await act('pauseService', pause);
      assert.match(failure?.message ?? '', /Not today\..*taken back: nothing is different/s);
      assert.notEqual(count(), 0);
      assert.deepEqual(
        (state()?.tags ?? []).filter(({ key }) => key?.includes('paused')),
        [],
      );
    });

    it('that can be neither told nor taken back says what holds, and is finished when asked to', async () => {
      const before = count();
      shop.server.faults.add({ operation: 'ecs:UpdateService', kind: 'error', error: refused, count: 1 });
      shop.server.faults.add({ operation: 'ecs:UntagResource', kind: 'accessDenied' });
      const { asked, failure } = await act('pauseService', [...pause, ['ended halfway', 'Finish']]);
      assert.equal(failure, undefined);
      assert.match(asked[1] ?? '', new RegExp(`What holds now:.*Tag .* is set.*desired count is ${before}`, 's'));
      assert.equal(count(), 0);
    });

    it('is undone when asked to', async () => {
      const before = count();
      shop.server.faults.add({ operation: 'ecs:UpdateService', kind: 'error', error: refused, count: 1 });
      shop.server.faults.add({ operation: 'ecs:UntagResource', kind: 'accessDenied', count: 1 });
      await act('pauseService', [...pause, ['ended halfway', 'Undo']]);
      assert.equal(count(), before);
      assert.deepEqual(
        (state()?.tags ?? []).filter(({ key }) => key?.includes('paused')),
        [],
      );
    });

    it('does not stop tasks again because the tag of a resumed service stays', async () => {
      await act('pauseService', pause);
      shop.server.faults.add({ operation: 'ecs:UntagResource', kind: 'accessDenied', count: 1 });
      const { asked } = await act(
        'resumeService',
        [
          ['Resume checkout', 'Resume'],
          ['ended halfway', 'Finish'],
        ],
        () => undefined,
      );
      assert.match(asked[1] ?? '', /The desired count is [1-9]/);
      assert.notEqual(count(), 0);
    });
  });

  describe('of a service that somebody else changes', () => {
    const scale = (to: string, more: Script = []): Script => [
      ['Tasks of checkout', to],
      ['Scale checkout', 'Scale'],
      ...more,
    ];

    it('while the question stands open is asked anew, with what came between', async () => {
      const { asked, sent } = await act(
        'scaleService',
        scale('4', [['Scale checkout from 3 to 4', 'Scale']]),
        (nth) => {
          if (nth === 2) somebodyElse({ count: 3 });
        },
      );
      assert.match(asked[2] ?? '', /Changed meanwhile, so nothing was sent:\n• Desired count \d → 3/);
      assert.deepEqual(sent, ['UpdateService']);
      assert.equal(count(), 4);
    });

    it('is not changed when the person leaves the second question', async () => {
      await act('scaleService', scale('4'), (nth) => {
        if (nth === 2) somebodyElse({ count: 3 });
      });
      assert.equal(count(), 3);
    });

    it('between an update that got no answer and its repetition is left as they made it', async () => {
      upon('UpdateService', () => somebodyElse({ revision: 1 }), { kind: 'resetBefore' });
      const script: Script = [
        ['Revision of checkout-dev', 'checkout-dev:2'],
        ['Deploy checkout-dev:2', 'Deploy'],
        ['Deploy checkout-dev:2', 'Deploy'],
      ];
      const { asked } = await act('deployToService', script, (nth) => {
        if (nth === 3) assert.match(state()?.primary?.spec.taskDefinition ?? '', /checkout-dev:1$/);
      });
      assert.match(asked[2] ?? '', /Task definition checkout-dev:3 → checkout-dev:1: somebody else deployed/);
    });

    it('is taken for done where its own deployment is seen below theirs', async () => {
      let isLost = false;
      upon('UpdateService', () => (isLost = true), { kind: 'resetAfter' });
      const look = (): boolean => {
        if (isLost) somebodyElse({ revision: 1 });
        isLost = false;
        return false;
      };
      shop.server.faults.add({ operation: 'ecs:DescribeServices', kind: 'error', when: look });
      const script: Script = [
        ['Revision of checkout-dev', 'checkout-dev:2'],
        ['Deploy checkout-dev:2', 'Deploy'],
      ];
      const { failure, sent } = await act('deployToService', script);
      assert.equal(failure, undefined);
      assert.deepEqual(sent, ['UpdateService']);
    });
  });

  describe('whose connection goes', () => {
    it('while the question stands open is told as not sent', async () => {
      const { failure, sent } = await act('forceNewDeployment', [['Start all tasks', 'Force New Deployment']], () =>
        shop.connection.dispose(),
      );
      const { describeError } = await import('../../../src/ui/common/reportError.ts');
      assert.match(describeError(failure).message, /while you were asked, so nothing was sent/);
      assert.deepEqual(sent, []);
    });

    it('in flight ends on the connection that it began with, and is told', async () => {
      shop.server.faults.add({
        operation: 'ecs:UpdateService',
        kind: 'resetAfter',
        count: 1,
        when: () => {
          shop.connection.dispose();
          return true;
        },
      });
      const { failure, sent } = await act(
        'forceNewDeployment',
        [['Start all tasks', 'Force New Deployment']],
        () => undefined,
      );
      assert.equal(failure, undefined);
      assert.deepEqual(sent, ['UpdateService']);
      const told = await eventually('its end', async () =>
        stage.said.find(({ kind, text }) => kind === 'error' || text.includes('deployment completed')),
      );
      assert.equal(told.kind, 'information', told.text);
    });

    it('with its keys in flight is sent once', async () => {
      shop.server.faults.add({
        operation: 'ecs:UpdateService',
        kind: 'slowBody',
        ms: 300,
        count: 1,
        when: () => {
          shop.connection.reset();
          return true;
        },
      });
      const { failure, sent } = await act(
        'forceNewDeployment',
        [['Start all tasks', 'Force New Deployment']],
        () => undefined,
      );
      assert.equal(failure, undefined);
      assert.deepEqual(sent, ['UpdateService']);
    });
  });
});
