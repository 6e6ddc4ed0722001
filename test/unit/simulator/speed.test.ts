import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccount } from './support/openAccount.ts';
import { deployFargate } from './support/requests.ts';

test('a faster account shortens also what the task definition asks for', async (t) => {
  const took: number[] = [];
  for (const speed of [1, 10]) {
    const account = await openAccount(t, { speed });
    account.sim.account.images.add('public.ecr.aws/harbor/*', { onStop: 'ignored' });
    const healthCheck = { command: ['CMD-SHELL', 'true'], interval: 300 };
    await deployFargate(account, { healthCheck, stopTimeout: 120 });
    const service = account.region.ecs.clusters.get('harbor')?.services.get('tide-api');
    const healthy = (): boolean => service?.primary?.rolloutState === 'COMPLETED';
    const deployed = await account.sim.clock.advanceUntil(healthy, 3_600_000, 2000 / speed);
    const { taskArns = [] } = await account.ecs.listTasks({ cluster: 'harbor' });
    await account.ecs.stopTask({ cluster: 'harbor', task: taskArns[0] });
    const task = taskArns[0] ?? '';
    const stopped = async (): Promise<boolean> => (await account.task(task)).lastStatus === 'STOPPED';
    took.push(deployed, await account.sim.clock.advanceUntil(stopped, 3_600_000, 2000 / speed));
  }
  const [deployed = 0, stopped = 0, deployedFast = 0, stoppedFast = 0] = took;
  assert.ok(deployed > 300_000, `${deployed} ms include the health check's interval`);
  assert.ok(stopped > 120_000, `${stopped} ms include the stop timeout`);
  assert.ok(Math.abs(deployedFast - deployed / 10) < 500, `${deployedFast} of ${deployed} ms`);
  assert.ok(Math.abs(stoppedFast - stopped / 10) < 500, `${stoppedFast} of ${stopped} ms`);
});
