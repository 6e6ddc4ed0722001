import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { FilteredLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeTasksCommand, type Task, type TaskDefinition, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { systemTimer, type Timer } from '../../../src/aws/timer.ts';
import type { FollowOptions } from '../../../src/logs/logFollower.ts';
import { PastReader } from '../../../src/logs/pastReader.ts';
import type { LogScope } from '../../../src/logs/sources/logScope.ts';
import { fetchLastLines } from '../../../src/logs/taskLogLines.ts';
import { eventually, guardMs } from '../../support/eventually.ts';
import { follow, type Following } from '../../support/following.ts';
import { HeldTimer } from '../../support/heldTimer.ts';
import { type LoggingService, region, startLoggingService } from '../../support/loggingService.ts';
import { watchConnection } from '../../support/watchedConnection.ts';
import { fail, type ForeignEndpoint, reply, startForeignEndpoint } from './foreignEndpoint.ts';

/** Waits a tenth as long. */
const hasty: Timer = { ...systemTimer, sleep: (ms, signal) => systemTimer.sleep(ms / 10, signal) };

describe('following where the endpoint has habits of its own', () => {
  let service: LoggingService;
  let endpoint: ForeignEndpoint;
  let first = '';
  let following: Following | undefined;
  let count = 0;

  before(async () => {
    service = await startLoggingService();
    [first = ''] = await service.tasks();
    endpoint = await startForeignEndpoint(service);
  });

  afterEach(async () => {
    await following?.stop();
    following = undefined;
    endpoint.habits.clear();
    service.server.faults.clear();
  });

  after(async () => {
    await endpoint.close();
    await service.close();
  });

  const line = (): string => `line ${++count}`;
  const start = (options: Partial<FollowOptions> = {}): Following =>
    (following = follow(service, { connection: endpoint.connection, timer: hasty, ...options }));
  const shows = async (written: string): Promise<void> => {
    await following?.until(() => following?.messages().includes(written) === true);
    // Long enough for it to be brought once more.
    await delay(150);
    const times = following?.messages().filter((message) => message === written).length;
    assert.equal(times, 1, `${written} was shown ${times} times`);
  };
  const goesOn = async (): Promise<void> => {
    const written = line();
    service.write(first, [written]);
    await shows(written);
  };

  it('goes on without revisions that nobody can describe any more', async () => {
    start();
    await following?.untilMarked('live');
    const taskDefinition = await service.register();
    endpoint.habits.set('DescribeTaskDefinition', fail(400, 'ClientException', 'Unable to describe task definition.'));
    await service.ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'web', taskDefinition }));
    await following?.untilMarked('stopped');
    await goesOnWithAny();
  });

  it('starts although one of the revisions is gone', async () => {
    const lost = await service.register();
    const kept = await service.register();
    for (const taskDefinition of [lost, kept]) {
      await service.ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'web', taskDefinition }));
      await eventually('a task of the revision', async () =>
        (await describeTasks()).some((task) => task.taskDefinitionArn === taskDefinition),
      );
    }
    endpoint.habits.set('DescribeTaskDefinition', {
      answer: (output, input) => (input['taskDefinition'] === lost ? {} : output),
    });
    start();
    await goesOnWithAny();
  });

  async function describeTasks(): Promise<Task[]> {
    const described = await service.ecs.send(
      new DescribeTasksCommand({ cluster: 'shop', tasks: await service.tasks() }),
    );
    return described.tasks ?? [];
  }

  async function goesOnWithAny(): Promise<void> {
    [first = ''] = await service.tasks();
    await goesOn();
  }

  for (const [name, repeat] of [
    ['its token and its lines', true],
    ['its token alone', false],
  ] as const) {
    it(`shows lines once where the last page repeats ${name} for ever`, async () => {
      let last: Record<string, unknown> = {};
      endpoint.habits.set('FilterLogEvents', {
        instead: (response, { nextToken }) =>
          nextToken === 'the end' && reply(response, repeat ? last : { ...last, events: [] }) !== undefined,
        answer: (output) => (last = { ...output, nextToken: 'the end' }),
      });
      start({ mode: 'polling' });
      await goesOn();
      await goesOn();
    });
  }

  it('shows lines once where every token leads to the first page', async () => {
    let last: Record<string, unknown> = {};
    let token = 0;
    endpoint.habits.set('FilterLogEvents', {
      instead: (response, { nextToken }) =>
        nextToken !== undefined && reply(response, { ...last, nextToken: `${++token}` }) !== undefined,
      answer: (output) => (last = { ...output, nextToken: `${++token}` }),
    });
    start({ mode: 'polling' });
    await goesOn();
    await goesOn();
  });

  it('begins a scan anew where its token is not known any more', async () => {
    let asked = 0;
    endpoint.habits.set('FilterLogEvents', {
      instead: (response, { nextToken }) =>
        nextToken === 'lost' &&
        reply(
          response,
          { __type: 'InvalidParameterException', message: 'The specified nextToken is invalid.' },
          400,
        ) !== undefined,
      answer: (output) => ({ ...output, nextToken: ++asked % 2 === 0 ? 'lost' : undefined }),
    });
    start({ mode: 'polling' });
    await goesOn();
    await goesOn();
    assert.ok(!following?.markers.some((marker) => marker.kind === 'gaveUp'));
  });

  it('needs neither event ids nor ingestion times nor order', async () => {
    endpoint.habits.set('FilterLogEvents', {
      answer: (output) => {
        const bare = ({ timestamp, message, logStreamName }: FilteredLogEvent) => ({
          timestamp,
          message,
          logStreamName,
        });
        const events = (output['events'] as FilteredLogEvent[]).map(bare).reverse();
        return { events, nextToken: output['nextToken'] };
      },
    });
    start({ mode: 'polling' });
    await goesOn();
    await goesOn();
  });

  for (const [name, status, type] of [
    ['knows no live tail', 400, 'UnknownOperationException'],
    ['has not built live tail', 501, 'InternalFailure'],
    ['answers 404', 404, 'NotFound'],
  ] as const) {
    it(`polls where the endpoint ${name}, and asks once`, async () => {
      endpoint.habits.set('StartLiveTail', fail(status, type));
      endpoint.calls.clear();
      start();
      await following?.untilMarked('polling');
      await goesOn();
      const told = following?.markers.find((marker) => marker.kind === 'polling');
      assert.equal(told?.kind === 'polling' && told.reason, 'unsupported');
    });
  }

  it('polls while the endpoint leaves the start of live tail unanswered', async () => {
    endpoint.habits.set('StartLiveTail', { instead: () => undefined });
    start();
    await goesOn();
  });

  it('polls where a proxy answers the start of live tail with a page of its own', async () => {
    endpoint.habits.set('StartLiveTail', {
      instead: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>'),
    });
    start();
    await goesOn();
    await following?.untilMarked('polling');
  });

  it('shows lines where this machine’s clock is far ahead', async () => {
    await withServerClock(-1_200_000);
  });

  it('shows lines where this machine’s clock is far behind', async () => {
    await withServerClock(1_200_000);
  });

  /** The service and its containers have another time than this machine, where everything looks to be now. */
  async function withServerClock(ahead: number): Promise<void> {
    service.server.faults.add({ kind: 'clockSkew', ms: ahead });
    start({ mode: 'polling', past: { span: 60_000, lines: 200 } });
    for (let number = 0; number < 2; number++) {
      const written = line();
      service.write(first, [written], -ahead);
      await shows(written);
    }
  }

  it('takes a task for stopped that ECS has forgotten at once', async () => {
    start();
    await following?.untilMarked('live');
    const gone = first;
    const without = (arns: unknown): unknown[] => (arns as string[]).filter((arn) => arn !== gone);
    endpoint.habits.set('ListTasks', { answer: (output) => ({ ...output, taskArns: without(output['taskArns']) }) });
    endpoint.habits.set('DescribeTasks', {
      answer: (output) => ({
        ...output,
        tasks: (output['tasks'] as { taskArn: string }[]).filter((task) => task.taskArn !== gone),
      }),
    });
    const left = () =>
      following?.markers.some((marker) => marker.kind === 'stopped' && marker.task.taskArn === gone) === true;
    await following?.until(left);
  });

  it('ends with a single task that ECS has forgotten', async () => {
    const scope = { kind: 'task' as const, clusterArn: service.clusterArn, taskArn: first };
    start({ scope, timer: { ...systemTimer, sleep: (ms, signal) => systemTimer.sleep(ms / 50, signal) } });
    await following?.untilMarked('live');
    endpoint.habits.set('DescribeTasks', { answer: () => ({ tasks: [], failures: [] }) });
    await following?.untilMarked('stopped');
    await goesOn();
    await following?.untilMarked('finished');
  });

  it('shows the first lines of a container whose stream is named by its runtime alone', async () => {
    endpoint.habits.set('DescribeTaskDefinition', { answer: (output) => withoutPrefix(output) });
    start({ timer: { ...systemTimer, sleep: (ms, signal) => systemTimer.sleep(ms / 5, signal) } });
    await following?.untilMarked('live');
    // Long enough for the session's first moments to have been read once more.
    await delay(1200);
    const before = await service.tasks();
    const update = { cluster: 'shop', service: 'web', forceNewDeployment: true };
    await service.ecs.send(new UpdateServiceCommand(update));
    const runtimeId = await eventually('a new container', async () => {
      const task = (await describeTasks()).find(({ taskArn = '' }) => !before.includes(taskArn));
      return task?.containers?.find(({ name }) => name === 'app')?.runtimeId;
    });
    const written = line();
    service.group.openStream(runtimeId).put([{ timestamp: Date.now(), message: written }]);
    await shows(written);
  });

  it('leaves most of the request quota to others where a scope writes to many groups', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `/ecs/many-${at}`);
    for (const name of names) service.group.logs.openGroup(name);
    endpoint.habits.set('DescribeTaskDefinition', { answer: (output) => withContainers(output, names) });
    const { connection, settled } = watchConnection(endpoint.connection);
    const timer = new HeldTimer(Date.now());
    start({ timer, mode: 'polling', connection });
    const stream = service.group.logs.openGroup('/ecs/many-11').openStream(`web/extra-11/${first.split('/').at(-1)}`);
    await timer.advance(3000, settled);
    endpoint.calls.clear();
    await timer.advance(6000, settled);
    const polls = endpoint.calls.get('FilterLogEvents') ?? 0;
    // The account allows sixty, and there are thirteen groups.
    assert.ok(polls >= 13 && polls <= 40, `${polls} requests in six seconds`);
    const written = line();
    stream.put([{ timestamp: timer.now(), message: written }]);
    await eventually('the line', async () => {
      await timer.advance(1000, settled);
      return following?.messages().includes(written);
    });
  });

  it('shows of one task, or one prefix, nothing of the other streams that the endpoint sends along', async () => {
    const stranger = 'e'.repeat(32);
    const sent = (stream: string, message: string) => ({
      logStreamName: stream,
      timestamp: Date.now(),
      ingestionTime: Date.now(),
      message,
      eventId: message,
    });
    const [own = '', second = ''] = await service.tasks();
    endpoint.habits.set('FilterLogEvents', {
      answer: (output) => ({
        ...output,
        events: [
          ...(output['events'] as FilteredLogEvent[]),
          sent(`web/app/${second.split('/').at(-1)}`, 'of another task'),
          sent(`web/app/${stranger}`, 'of a task that is forgotten'),
          sent('cron/nightly', 'of another prefix'),
        ],
      }),
    });
    const written = line();
    service.write(own, [written]);
    const { clusterArn } = service;
    const group = { region, group: '/ecs/web', groupArn: service.group.arn };
    const id = own.split('/').at(-1);
    const scopes: LogScope[] = [
      { kind: 'task', clusterArn, taskArn: own },
      { kind: 'group', ...group, streamPrefix: `web/app/${id}` },
    ];
    const hasOnlyItsOwn = (messages: readonly string[], what: string): void => {
      assert.ok(messages.includes(written), `${what} has its own line`);
      assert.deepEqual(
        messages.filter((message) => message.startsWith('of ')),
        [],
        what,
      );
    };
    for (const scope of scopes) {
      for (const newestFirst of [false, true]) {
        const past = new PastReader({
          scope,
          connection: endpoint.connection,
          connectionFor: () => endpoint.connection,
          range: { from: Date.now() - 60_000, to: Date.now() + 1000 },
          newestFirst,
        });
        const { lines } = await past.next(AbortSignal.timeout(guardMs));
        hasOnlyItsOwn(
          lines.map(({ message }) => message),
          `the document of a ${scope.kind}`,
        );
      }
      start({ scope, mode: 'polling' });
      await shows(written);
      hasOnlyItsOwn(following?.messages() ?? [], `the stream of a ${scope.kind}`);
      await following?.stop();
    }
    const [task] = (await describeTasks()).filter(({ taskArn }) => taskArn === own);
    const last = await fetchLastLines(endpoint.connection, task!, { lines: 20, signal: AbortSignal.timeout(guardMs) });
    hasOnlyItsOwn(
      last.flatMap(({ lines }) => lines),
      'the last lines of a task',
    );
  });

  it('opens the past of a service although one of its groups was never made', async () => {
    const past = (): PastReader =>
      new PastReader({
        scope: { kind: 'service', clusterArn: service.clusterArn, serviceArn: service.serviceArn },
        connection: endpoint.connection,
        connectionFor: () => endpoint.connection,
        range: { from: Date.now() - 60_000, to: Date.now() + 1000 },
        newestFirst: false,
      });
    const written = line();
    service.write(first, [written]);
    endpoint.habits.set('DescribeTaskDefinition', { answer: (output) => withGroups(output, '/ecs/web', '/ecs/never') });
    const { lines, done } = await past().next(AbortSignal.timeout(guardMs));
    assert.equal(done, true);
    assert.ok(lines.some(({ message }) => message === written));
    endpoint.habits.set('DescribeTaskDefinition', {
      answer: (output) => withGroups(output, '/ecs/none', '/ecs/never'),
    });
    await assert.rejects(past().next(AbortSignal.timeout(guardMs)), { kind: 'notFound' });
  });
});

function withoutPrefix(output: Record<string, unknown>): Record<string, unknown> {
  const definition = structuredClone(output['taskDefinition']) as TaskDefinition;
  for (const { logConfiguration } of definition.containerDefinitions ?? [])
    delete logConfiguration?.options?.['awslogs-stream-prefix'];
  return { ...output, taskDefinition: definition };
}

/** The revision with further containers, each with a group of its own. */
function withContainers(output: Record<string, unknown>, groups: readonly string[]): Record<string, unknown> {
  const definition = structuredClone(output['taskDefinition']) as TaskDefinition;
  const [model] = definition.containerDefinitions ?? [];
  for (const [at, group] of groups.entries()) {
    const options = { ...model?.logConfiguration?.options, 'awslogs-group': group };
    definition.containerDefinitions?.push({
      ...model,
      name: `extra-${at}`,
      logConfiguration: { logDriver: 'awslogs', options },
    });
  }
  return { ...output, taskDefinition: definition };
}

/** The revision with another group for each container. */
function withGroups(output: Record<string, unknown>, ...groups: string[]): Record<string, unknown> {
  const definition = structuredClone(output['taskDefinition']) as TaskDefinition;
  for (const [at, group] of groups.entries()) {
    const options = definition.containerDefinitions?.[at]?.logConfiguration?.options;
    if (options) options['awslogs-group'] = group;
  }
  return { ...output, taskDefinition: definition };
}
