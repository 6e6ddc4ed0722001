import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContainerDefinition, LogDriver } from '@aws-sdk/client-ecs';
import { containerLogs } from '../../../src/logs/sources/containerLog.ts';
import { LogSources, writerOfStream } from '../../../src/logs/sources/logSources.ts';

function container(name: string, logDriver?: LogDriver, options: Record<string, string> = {}): ContainerDefinition {
  return { name, image: 'x', logConfiguration: logDriver && { logDriver, options } };
}

const awslogs = { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-3', 'awslogs-stream-prefix': 'web' };

test('awslogs with a prefix names its streams after prefix, container and task', () => {
  const [log] = containerLogs({ containerDefinitions: [container('app', 'awslogs', awslogs)] });
  assert.deepEqual(log, {
    kind: 'cloudWatch',
    container: 'app',
    driver: 'awslogs',
    region: 'eu-west-3',
    group: '/ecs/web',
    streamPrefix: 'web/app/',
    streamId: 'task',
  });
});

test('awslogs without a prefix names its streams after the container runtime’s id', () => {
  const definition = { containerDefinitions: [container('app', 'awslogs', { 'awslogs-group': 'g' })] };
  const sources = new LogSources('eu-west-3');
  sources.add(definition);
  const [source] = sources.all;
  assert.equal(source?.region, 'eu-west-3');
  assert.deepEqual(source?.streamPrefixes, []);
  const writer = { task: 't', container: 'app' };
  assert.equal(
    source?.writerOf('0123', (id) => (id === '0123' ? writer : undefined)),
    writer,
  );
});

test('FireLens to CloudWatch is followed by its tag', () => {
  const options = { Name: 'cloudwatch_logs', region: 'us-east-1', log_group_name: '/fl', log_stream_prefix: 'p-' };
  const [log] = containerLogs({ containerDefinitions: [container('app', 'awsfirelens', options)] });
  assert.equal(log?.kind === 'cloudWatch' && log.streamPrefix, 'p-app-firelens-');
  const lower = { name: 'CloudWatch_Logs', LOG_GROUP_NAME: '/fl', Log_Stream_Prefix: 'p-', Region: 'us-east-1' };
  assert.deepEqual(containerLogs({ containerDefinitions: [container('app', 'awsfirelens', lower)] }), [log]);
  const sources = new LogSources('eu-west-3');
  sources.add({ containerDefinitions: [container('app', 'awsfirelens', options)] });
  const writer = sources.all[0]?.writerOf('p-app-firelens-0123', () => undefined);
  assert.deepEqual(writer, { task: '0123', container: 'app' });
});

test('another driver says what it is, and offers its log router', () => {
  const router = { ...container('router', 'awslogs', awslogs), firelensConfiguration: { type: 'fluentbit' as const } };
  const logs = containerLogs({
    containerDefinitions: [
      container('app', 'awsfirelens', { Name: 'datadog' }),
      container('old', 'splunk'),
      container('mute'),
      router,
    ],
  });
  assert.deepEqual(
    logs.map((log) => (log.kind === 'foreign' ? [log.container, log.driver, log.nearest?.container] : log.kind)),
    [['app', 'awsfirelens', 'router'], ['old', 'splunk', 'router'], ['mute', undefined, 'router'], 'cloudWatch'],
  );
});

test('templated FireLens names lead nowhere that is known beforehand', () => {
  const options = { Name: 'cloudwatch', log_group_name: '/x/$(ecs_cluster)', log_stream_prefix: 'p' };
  const [log] = containerLogs({ containerDefinitions: [container('app', 'awsfirelens', options)] });
  assert.equal(log?.kind, 'foreign');
});

test('the containers of a service share a reader; those of one task have one each', () => {
  const definition = {
    containerDefinitions: [container('app', 'awslogs', awslogs), container('proxy', 'awslogs', awslogs)],
  };
  const service = new LogSources('eu-west-3');
  service.add(definition);
  assert.deepEqual(
    service.all.map((source) => source.streamPrefixes),
    [['web/app/', 'web/proxy/']],
  );
  const task = new LogSources('eu-west-3', { task: '0123' });
  task.add(definition);
  assert.deepEqual(
    task.all.map((source) => source.streamPrefixes),
    [['web/app/0123'], ['web/proxy/0123']],
  );
});

test('a stream that ECS named shows task and container also in a group picked by hand', () => {
  const task = 'a'.repeat(32);
  assert.deepEqual(writerOfStream(`web/app/${task}`), { task, container: 'app' });
  assert.deepEqual(writerOfStream(`app-firelens-${task}`), { task, container: 'app' });
  const stream = '2026/11/23/[$LATEST]0123456789abcdef0123456789abcdef';
  assert.deepEqual(writerOfStream(stream), { task: undefined, container: stream });
});
