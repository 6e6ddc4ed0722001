import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, granted, needed, region } from './needOf.ts';

const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
const of = (container: object, task: object = {}): string[] => granted(needed('task', container, task));
const actions = (container: object, task: object = {}): string[] =>
  of(container, task).map((grant) => grant.split(' ')[0] ?? '');

describe('what a task role needs for what ECS does in its name', () => {
  it('is nothing for an application alone', () => {
    assert.deepEqual(
      of({ image: `${account}.dkr.ecr.${region}.amazonaws.com/web:1`, secrets: [{ name: 'A', valueFrom: '/a' }] }),
      [],
    );
  });

  it('is the channel of ECS Exec, and what its cluster keeps of it', () => {
    const channel = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'];
    assert.deepEqual(
      granted(needed('task', {}, {}, {})),
      channel.map((name) => `ssmmessages:${name} *`),
    );
    const kept = granted(needed('task', {}, {}, { logGroup: '/exec', bucket: 'audit', key: arn('kms', 'key/1') }));
    for (const grant of [
      `kms:Decrypt ${arn('kms', 'key/1')}`,
      'logs:DescribeLogGroups *',
      `logs:PutLogEvents ${arn('logs', 'log-group:/exec:*')}`,
      's3:GetEncryptionConfiguration arn:aws:s3:::audit',
      's3:PutObject arn:aws:s3:::audit/*',
    ])
      assert.ok(kept.includes(grant), grant);
  });

  it('is mounting EFS where IAM authorizes it, and no more than the mounts do', () => {
    const volume = (authorizationConfig: object) => ({
      volumes: [
        {
          name: 'data',
          efsVolumeConfiguration: { fileSystemId: 'fs-1', transitEncryption: 'ENABLED', authorizationConfig },
        },
      ],
    });
    const mount = (more: object, container: object = {}) => ({
      ...container,
      mountPoints: [{ sourceVolume: 'data', containerPath: '/data', ...more }],
    });
    const on = volume({ iam: 'ENABLED' });
    const efs = (...names: string[]) => names.map((name) => `elasticfilesystem:Client${name}`);
    assert.deepEqual(actions(mount({}), volume({ iam: 'DISABLED' })), []);
    assert.deepEqual(actions(mount({}), volume({ accessPointId: 'fsap-1' })), []);
    assert.deepEqual(actions(mount({ readOnly: true }), on), efs('Mount'));
    assert.deepEqual(actions(mount({}), on), efs('Mount', 'RootAccess', 'Write'));
    assert.deepEqual(actions(mount({}, { user: '1000:1000' }), on), efs('Mount', 'Write'));
    const { statements } = needed('task', mount({}), volume({ iam: 'ENABLED', accessPointId: 'fsap-1' }));
    assert.deepEqual(statements[0]?.actions, efs('Mount', 'Write'));
    assert.deepEqual(statements[0]?.condition, {
      StringEquals: { 'elasticfilesystem:AccessPointArn': [arn('elasticfilesystem', 'access-point/fsap-1')] },
    });
  });

  it('is mounting S3 Files', () => {
    const system = arn('s3files', 'file-system/fs-1');
    const volumes = [{ name: 'data', s3filesVolumeConfiguration: { fileSystemArn: system } }];
    const mountPoints = [{ sourceVolume: 'data', containerPath: '/data', readOnly: true }];
    assert.deepEqual(of({ mountPoints }, { volumes }), [`s3files:ClientMount ${system}`]);
  });

  it('is delivering logs, by the plugin of the log router', () => {
    const deliver = (options: object) => of({ logConfiguration: { logDriver: 'awsfirelens', options } });
    const group = arn('logs', 'log-group:/app:*');
    const cloudwatch = { Name: 'cloudwatch_logs', region, log_group_name: '/app', log_stream_prefix: 'web/' };
    assert.deepEqual(deliver(cloudwatch), [`logs:CreateLogStream ${group}`, `logs:PutLogEvents ${group}`]);
    assert.ok(deliver({ ...cloudwatch, auto_create_group: 'true' }).includes(`logs:CreateLogGroup ${group}`));
    assert.ok(deliver({ ...cloudwatch, Name: 'cloudwatch' }).includes(`logs:DescribeLogStreams ${group}`));
    assert.deepEqual(deliver({ Name: 'kinesis_firehose', region: 'us-east-1', delivery_stream: 'app' }), [
      `firehose:PutRecordBatch ${arn('firehose', 'deliverystream/app').replace(region, 'us-east-1')}`,
    ]);
    assert.deepEqual(deliver({ Name: 'kinesis', stream: 'app' }), [
      `kinesis:PutRecords ${arn('kinesis', 'stream/app')}`,
    ]);
    assert.deepEqual(deliver({ Name: 's3', bucket: 'app' }), ['s3:PutObject arn:aws:s3:::app/*']);
    const host = `search-app-logs-${'a'.repeat(26)}.${region}.es.amazonaws.com`;
    assert.deepEqual(deliver({ Name: 'opensearch', Host: host, Aws_Auth: 'On' }), [
      `es:ESHttpPost ${arn('es', 'domain/app-logs/*')}`,
    ]);
    assert.deepEqual(deliver({ Name: 'opensearch', Host: host, HTTP_User: 'a' }), []);
    assert.deepEqual(deliver({ Name: 'datadog', apikey: 'x' }), []);
    assert.deepEqual(deliver({ Name: 's3', bucket: 'app', role_arn: 'arn:aws:iam::999988887777:role/writer' }), [
      'sts:AssumeRole arn:aws:iam::999988887777:role/writer',
    ]);
  });

  it('is what sidecars of AWS do', () => {
    assert.ok(actions({ image: 'public.ecr.aws/xray/aws-xray-daemon:3.x' }).includes('xray:PutTraceSegments'));
    const collector = 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.2';
    assert.ok(actions({ image: collector }).includes('xray:PutTraceSegments'));
    const written = actions({ image: collector, command: ['--config=/etc/ecs/ecs-amp.yaml'] });
    assert.deepEqual(written, ['aps:RemoteWrite']);
    assert.ok(
      actions({ image: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:latest' }).includes(
        'cloudwatch:PutMetricData',
      ),
    );
    assert.deepEqual(actions({ image: 'example/xray-viewer:1' }), []);
    const environment = [{ name: 'APPMESH_RESOURCE_ARN', value: 'mesh/shop/virtualNode/web' }];
    assert.deepEqual(of({ image: 'envoy:1', environment }), [
      `appmesh:StreamAggregatedResources ${arn('appmesh', 'mesh/shop/virtualNode/web')}`,
    ]);
  });

  it('is the files of a log router that fetches them itself', () => {
    const environment = [{ name: 'aws_fluent_bit_init_s3_1', value: 'arn:aws:s3:::files/extra.conf' }];
    assert.ok(of({ environment }).includes('s3:GetObject arn:aws:s3:::files/extra.conf'));
  });
});
