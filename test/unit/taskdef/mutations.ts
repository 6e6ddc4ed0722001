import type { PathSegment } from '../../../src/taskdef/document/cursor.ts';
import type { SeedContainer, SeedTask } from './mutationSeeds.ts';

/** Breaks a valid file in one way and tells where the finding belongs; undefined where the file has no such part. */
export interface Mutation {
  rule: string;
  about: string;
  mutate: (task: SeedTask) => PathSegment[] | undefined;
}

type Where = (task: SeedTask) => boolean;

const fargate: Where = (task) => (task['requiresCompatibilities'] as string[]).includes('FARGATE');
const ec2: Where = (task) => !fargate(task);
const always: Where = () => true;

/** Sets a task-level member. */
function task(rule: string, name: string, value: unknown, where = always, at: PathSegment[] = [name]): Mutation {
  return {
    rule,
    about: `${name} ${JSON.stringify(value)}`.slice(0, 80),
    mutate: (file) => (where(file) ? ((file[name] = value), at) : undefined),
  };
}

/** Sets a member of the first container. */
function container(rule: string, name: string, value: unknown, where = always, inside: PathSegment[] = []): Mutation {
  return {
    rule,
    about: `container ${name} ${JSON.stringify(value)}`.slice(0, 80),
    mutate: (file) =>
      where(file) ? ((first(file)[name] = value), ['containerDefinitions', 0, name, ...inside]) : undefined,
  };
}

/** Changes what is at a path of the first container, where it is there. */
function inContainer(rule: string, path: PathSegment[], value: unknown, where = always): Mutation {
  return {
    rule,
    about: `container ${path.join('.')} ${JSON.stringify(value)}`.slice(0, 80),
    mutate: (file) => {
      const holder = path
        .slice(0, -1)
        .reduce<unknown>(
          (inner, segment) => (inner as Record<PathSegment, unknown> | undefined)?.[segment],
          first(file),
        );
      if (!where(file) || typeof holder !== 'object' || holder === null) return undefined;
      (holder as Record<PathSegment, unknown>)[path.at(-1)!] = value;
      return ['containerDefinitions', 0, ...path];
    },
  };
}

/** Removes a task-level member. */
function without(rule: string, name: string, at: PathSegment[], where = always): Mutation {
  return {
    rule,
    about: `no ${name}`,
    mutate: (file) => (where(file) && name in file ? (delete file[name], at) : undefined),
  };
}

function first(file: SeedTask): SeedContainer {
  return file.containerDefinitions[0]!;
}

const hasLogs: Where = (file) => (first(file)['logConfiguration'] as { logDriver: string }).logDriver === 'awslogs';
const efs: Where = (file) => JSON.stringify(file).includes('efsVolumeConfiguration');
const routed: Where = (file) => JSON.stringify(file).includes('log_router');
const volume = (rule: string, about: string, value: object, inside: PathSegment[], where = efs): Mutation => ({
  rule,
  about: `volume ${about}`,
  mutate: (file) =>
    where(file) ? ((file['volumes'] = [{ name: 'data', ...value }]), ['volumes', 0, ...inside]) : undefined,
});

export const mutations: readonly Mutation[] = [
  task('TD001', 'networkmodes', 'awsvpc'),
  task('TD002', 'revision', 7),
  task('TD004', 'PidMode', 'task'),
  task('TD006', 'cpu', 256, fargate),
  task('TD008', 'networkMode', 'vpc'),
  task('TD00A', 'pidMode', null),
  task('TD011', 'family', 'shop.web'),
  task('TD012', 'containerDefinitions', []),
  task('TD01A', 'taskRoleArn', 'arn:aws:iam::12345:role/x'),
  task('TD01D', 'tags', []),
  task('TD01D', 'tags', [{ key: 'aws:team', value: 'x' }], always, ['tags', 0, 'key']),
  task('TD020', 'networkMode', 'host', fargate),
  without('TD020', 'networkMode', ['requiresCompatibilities', 0], fargate),
  without('TD021', 'cpu', ['requiresCompatibilities', 0], fargate),
  without('TD022', 'memory', ['requiresCompatibilities', 0], fargate),
  task('TD023', 'memory', '1GiB', fargate),
  task('TD023', 'cpu', '0.5', fargate),
  task('TD024', 'memory', '512', (file) => file['cpu'] === '1024'),
  task('TD024', 'cpu', '600', fargate, ['cpu']),
  task('TD026', 'cpu', '64', ec2),
  task('TD027', 'runtimePlatform', { operatingSystemFamily: 'WINDOWS_SERVER_2016_FULL' }, fargate, [
    'runtimePlatform',
    'operatingSystemFamily',
  ]),
  task('TD0A9', 'placementConstraints', [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }], fargate),
  task('TD0AA', 'ipcMode', 'host', fargate),
  task('TD0AB', 'pidMode', 'host', fargate),
  task('TD0B0', 'ephemeralStorage', { sizeInGiB: 20 }, fargate, ['ephemeralStorage', 'sizeInGiB']),
  task('TD0B0', 'ephemeralStorage', { sizeInGiB: 30 }, ec2),
  task('TD0B1', 'inferenceAccelerators', [{ deviceName: 'a', deviceType: 'eia1' }]),
  task('TD0B2', 'proxyConfiguration', { type: 'APPMESH', containerName: 'envoy' }, always, [
    'proxyConfiguration',
    'containerName',
  ]),
  container('TD001', 'envronment', []),
  container('TD006', 'essential', 'true'),
  container('TD006', 'memory', '512'),
  container('TD006', 'command', 'npm start'),
  container('TD008', 'versionConsistency', 'on'),
  container('TD015', 'name', 'my app'),
  container('TD016', 'image', ''),
  container('TD017', 'image', 'https://example.com/app:1'),
  container('TD032', 'memory', 65_536, fargate),
  container('TD034', 'memoryReservation', 600, (file) => first(file)['memory'] === 512),
  container('TD036', 'memory', 2),
  container('TD041', 'portMappings', [{ hostPort: 80 }], always, [0, 'hostPort']),
  container('TD040', 'portMappings', [{ containerPort: 80, hostPort: 8080 }], fargate, [0, 'hostPort']),
  container(
    'TD042',
    'portMappings',
    [
      { containerPort: 1, hostPort: 80 },
      { containerPort: 2, hostPort: 80 },
    ],
    ec2,
    [1, 'hostPort'],
  ),
  container(
    'TD044',
    'portMappings',
    [
      { containerPort: 1, name: 'a' },
      { containerPort: 2, name: 'a' },
    ],
    always,
    [1, 'name'],
  ),
  container('TD046', 'portMappings', [{ containerPort: 1, name: 'Http' }], always, [0, 'name']),
  container('TD04B', 'portMappings', [{ containerPortRange: '90-80' }], always, [0, 'containerPortRange']),
  container('TD050', 'mountPoints', [{ sourceVolume: 'absent', containerPath: '/x' }], always, [0, 'sourceVolume']),
  container('TD052', 'mountPoints', [{ sourceVolume: 'data', containerPath: 'x' }], always, [0, 'containerPath']),
  container('TD053', 'volumesFrom', [{ sourceContainer: 'absent' }], always, [0, 'sourceContainer']),
  container('TD054', 'links', ['log_router'], fargate),
  container('TD055', 'links', ['absent'], ec2, [0]),
  container('TD056', 'dependsOn', [{ containerName: 'absent', condition: 'START' }], always, [0, 'containerName']),
  container('TD059', 'dependsOn', [{ containerName: 'cache', condition: 'HEALTHY' }], ec2, [0, 'condition']),
  container('TD058', 'dependsOn', [{ containerName: 'cache', condition: 'COMPLETE' }], ec2, [0, 'condition']),
  container(
    'TD076',
    'secrets',
    [{ name: 'PORT', valueFrom: '/port' }],
    (file) => JSON.stringify(file).includes('"PORT"'),
    [0, 'name'],
  ),
  container(
    'TD07A',
    'secrets',
    [{ name: 'A', valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:key' }],
    always,
    [0, 'valueFrom'],
  ),
  container(
    'TD07A',
    'secrets',
    [{ name: 'A', valueFrom: 'arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:db-AbCdEf::' }],
    always,
    [0, 'valueFrom'],
  ),
  task('TD01A', 'executionRoleArn', 'arn:aws:s3::${ACCOUNT}:role/x'),
  container('TD07D', 'environmentFiles', [{ type: 's3', value: 's3://bucket/a.env' }], always, [0, 'value']),
  container('TD07E', 'environment', [{ name: 'A=B', value: 'c' }], always, [0, 'name']),
  container('TD007', 'restartPolicy', {}),
  container('TD097', 'restartPolicy', { enabled: true, restartAttemptPeriod: 10 }, always, ['restartAttemptPeriod']),
  inContainer('TD083', ['logConfiguration', 'options'], {}, hasLogs),
  inContainer('TD085', ['logConfiguration', 'options', 'log_group'], 'x', hasLogs),
  inContainer('TD087', ['logConfiguration', 'options', 'awslogs-group'], 'my group', hasLogs),
  inContainer('TD082', ['logConfiguration', 'logDriver'], 'journald', fargate),
  inContainer('TD092', ['healthCheck', 'interval'], 2),
  inContainer('TD092', ['healthCheck', 'retries'], 20),
  inContainer('TD090', ['healthCheck', 'command'], ['CMD', 'CMD-SHELL', 'true']),
  inContainer('TD091', ['healthCheck', 'command'], ['CMD', 'curl', 'x', '||', 'exit', '1']),
  container('TD0D8', 'command', ['npm run start'], always, [0]),
  container('TD0D8', 'entryPoint', ['sh -c'], always, [0]),
  container('TD0D9', 'command', ['npm', 'run', 'a', '&&', 'npm', 'start'], always, [3]),
  container('TD0D9', 'command', ['A=b', 'node', 'a.js'], always, [0]),
  container('TD0DA', 'command', ['sh', '-c', 'npm', 'start'], always, [3]),
  container('TD0DB', 'command', ['CMD', 'node'], always, [0]),
  container('TD0DB', 'command', ['["npm", "start"]'], always, [0]),
  container('TD0DC', 'environment', [{ name: 'CACHE_HOST', value: 'setup' }], efs, [0, 'value']),
  container('TD0DC', 'command', ['/run', 'http://log_router'], routed, [1]),
  container('TD096', 'stopTimeout', 121, fargate),
  container('TD0A0', 'privileged', true, fargate),
  container('TD0A1', 'dnsServers', ['10.0.0.2'], fargate),
  container('TD0A2', 'dockerSecurityOptions', ['no-new-privileges'], fargate),
  container('TD0A3', 'linuxParameters', { maxSwap: 10 }, fargate, ['maxSwap']),
  container('TD0A4', 'linuxParameters', { capabilities: { add: ['NET_ADMIN'] } }, fargate, ['capabilities', 'add', 0]),
  container('TD0A5', 'linuxParameters', { capabilities: { drop: ['CAP_KILL'] } }, always, ['capabilities', 'drop', 0]),
  container('TD0A6', 'resourceRequirements', [{ type: 'GPU', value: '1' }], fargate, [0, 'type']),
  container('TD0A7', 'resourceRequirements', [{ type: 'GPU', value: 'one' }], ec2, [0, 'value']),
  inContainer('TD0A8', ['ulimits', 0, 'softLimit'], 1_000_000),
  container('TD0AD', 'systemControls', [{ namespace: 'vm.swappiness', value: '1' }], always, [0, 'namespace']),
  container('TD0AF', 'linuxParameters', { tmpfs: [{ containerPath: 'tmp', size: 1 }] }, always, [
    'tmpfs',
    0,
    'containerPath',
  ]),
  container('TD0B4', 'credentialSpecs', ['spec.json'], always, [0]),
  container('TD0B5', 'user', 'a:b:c'),
  without('TD072', 'executionRoleArn', ['containerDefinitions', 0, 'secrets'], efs),
  without('TD071', 'executionRoleArn', ['containerDefinitions', 1, 'logConfiguration', 'logDriver'], fargate),
  without('TD070', 'executionRoleArn', ['containerDefinitions', 0, 'image'], fargate),
  volume('TD060', 'with a host directory', { host: { sourcePath: '/x' } }, ['host', 'sourcePath']),
  volume('TD061', 'of Docker', { dockerVolumeConfiguration: { scope: 'shared' } }, ['dockerVolumeConfiguration']),
  volume(
    'TD062',
    'with IAM, not encrypted',
    { efsVolumeConfiguration: { fileSystemId: 'fs-01234567', authorizationConfig: { iam: 'ENABLED' } } },
    ['efsVolumeConfiguration', 'authorizationConfig', 'iam'],
  ),
  volume(
    'TD064',
    'with a port, not encrypted',
    { efsVolumeConfiguration: { fileSystemId: 'fs-01234567', transitEncryptionPort: 99 } },
    ['efsVolumeConfiguration', 'transitEncryptionPort'],
  ),
  volume('TD06C', 'of another kind of id', { efsVolumeConfiguration: { fileSystemId: 'efs-1' } }, [
    'efsVolumeConfiguration',
    'fileSystemId',
  ]),
];
