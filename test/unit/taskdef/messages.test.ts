import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import type { FileKind } from '../../../src/taskdef/document/recognise.ts';
import type { Finding } from '../../../src/taskdef/rule/finding.ts';
import { seeds, type SeedTask } from './mutationSeeds.ts';

type Path = readonly (string | number)[];

const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf';

/** Members that the seeds lack, so that each text of a file is emptied once. */
const containerMembers = {
  volumesFrom: [{ sourceContainer: 'other' }],
  dependsOn: [{ containerName: 'other', condition: 'HEALTHY' }],
  links: ['other'],
  systemControls: [{ namespace: 'net.core.somaxconn', value: '1' }],
  extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }],
  ulimits: [{ name: 'nofile', softLimit: 3, hardLimit: 2 }],
  linuxParameters: {
    capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] },
    devices: [{ hostPath: '/dev/x', containerPath: '/dev/x', permissions: ['read'] }],
    tmpfs: [{ containerPath: '/tmp', size: 64, mountOptions: ['rw'] }],
  },
  resourceRequirements: [{ type: 'GPU', value: '1' }],
  firelensConfiguration: { type: 'fluentbit', options: { 'config-file-type': 'file', 'config-file-value': '/x' } },
  repositoryCredentials: { credentialsParameter: arn },
  environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::a/b.env' }],
  credentialSpecs: ['credentialspec:arn:aws:s3:::a/b'],
  dnsServers: ['10.0.0.2'],
  dnsSearchDomains: ['a.b'],
  dockerSecurityOptions: ['no-new-privileges'],
  dockerLabels: { a: 'b' },
  hostname: 'h',
  user: '1',
  workingDirectory: '/a',
  versionConsistency: 'enabled',
  command: ['a', 'b'],
  entryPoint: ['c'],
  mountPoints: [{ sourceVolume: 'data', containerPath: '/d' }],
  portMappings: [{ containerPort: 80, name: 'p', protocol: 'tcp', appProtocol: 'http' }, { containerPortRange: '1-9' }],
  secrets: [{ name: 'S', valueFrom: '/a' }],
  environment: [
    { name: 'E', value: 'v' },
    { name: 'OTHER_HOST', value: 'other' },
  ],
};

const taskMembers = {
  proxyConfiguration: { type: 'APPMESH', containerName: 'other', properties: [{ name: 'IgnoredUID', value: '1' }] },
  placementConstraints: [{ type: 'memberOf', expression: 'attribute:x == y' }],
  volumes: [
    { name: 'data', host: { sourcePath: '/x' } },
    { name: 'b', dockerVolumeConfiguration: { scope: 'task', driver: 'local', driverOpts: { a: 'b' } } },
    {
      name: 'c',
      efsVolumeConfiguration: {
        fileSystemId: 'fs-01234567',
        rootDirectory: '/',
        transitEncryption: 'ENABLED',
        authorizationConfig: { accessPointId: 'fsap-01234567', iam: 'ENABLED' },
      },
    },
    {
      name: 'd',
      fsxWindowsFileServerVolumeConfiguration: {
        fileSystemId: 'fs-0123456789abcdef0',
        rootDirectory: 'x',
        authorizationConfig: { credentialsParameter: arn, domain: 'b.c' },
      },
    },
  ],
  tags: [{ key: 'a', value: 'b' }],
  inferenceAccelerators: [{ deviceName: 'a', deviceType: 'b' }],
  runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
  pidMode: 'task',
  ipcMode: 'task',
};

function full(seed: () => SeedTask): SeedTask {
  const task = { ...seed(), ...structuredClone(taskMembers) };
  const [first, second] = task.containerDefinitions;
  task.containerDefinitions = [
    { ...first!, ...structuredClone(containerMembers) },
    { ...second!, name: 'other' },
  ];
  return task;
}

const service = {
  cluster: 'shop',
  serviceName: 'web',
  taskDefinition: 'shop:1',
  desiredCount: 1,
  launchType: 'FARGATE',
  platformVersion: 'LATEST',
  schedulingStrategy: 'REPLICA',
  loadBalancers: [{ targetGroupArn: 'arn:x', containerName: 'web', containerPort: 80 }],
  serviceRegistries: [{ registryArn: 'arn:y', containerName: 'web' }],
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
  placementConstraints: [{ type: 'memberOf', expression: 'a' }],
  serviceConnectConfiguration: {
    enabled: true,
    namespace: 'n',
    services: [{ portName: 'http', discoveryName: 'web', clientAliases: [{ port: 80, dnsName: 'web' }] }],
  },
  tags: [{ key: 'a', value: 'b' }],
};

const otherService = {
  ...service,
  launchType: undefined,
  capacityProviderStrategy: [
    { capacityProvider: 'FARGATE', base: 1, weight: 1 },
    { capacityProvider: 'FARGATE_SPOT', base: 1, weight: 0 },
  ],
  role: 'ecsServiceRole',
  deploymentController: { type: 'ECS' },
  deploymentConfiguration: {
    strategy: 'BLUE_GREEN',
    alarms: { alarmNames: ['a'], enable: true, rollback: true },
    lifecycleHooks: [{ hookTargetArn: 'arn:a', roleArn: 'arn:b', lifecycleStages: ['PRE_SCALE_UP'] }],
  },
  loadBalancers: [
    {
      targetGroupArn: 'arn:x',
      containerName: 'web',
      containerPort: 80,
      advancedConfiguration: { alternateTargetGroupArn: 'arn:z', productionListenerRule: 'arn:l', roleArn: 'arn:r' },
    },
    { loadBalancerName: 'old', containerName: 'web', containerPort: 81 },
  ],
  placementStrategy: [{ type: 'spread', field: 'attribute:ecs.availability-zone' }],
  propagateTags: 'SERVICE',
  availabilityZoneRebalancing: 'ENABLED',
  volumeConfigurations: [
    {
      name: 'data',
      managedEBSVolume: { roleArn: 'arn:r', sizeInGiB: 10, volumeType: 'gp3', filesystemType: 'xfs', kmsKeyId: 'k' },
    },
  ],
};

/** The paths of all texts in a file. */
function* textsIn(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === 'string') yield path;
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

function withText(file: object, path: Path, text: string): object {
  const copy = structuredClone(file);
  const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], copy);
  (holder as Record<string | number, unknown>)[path.at(-1)!] = text;
  return copy;
}

/** A place where something is missing; what stands in quotes is shown as it is, an empty text included. */
const hole = /^\s|\s$| {2}|\(\s*\)|\s[,.;:)](?:\s|$)|[,:(]\s*[,.;)]|^[,.;:]|undefined|null(?! (?:properties|is))|NaN/;

function holesIn({ message, fixes, related }: Finding): string[] {
  const texts = [message, ...fixes.map(({ title }) => title), ...related.map((one) => one.message)];
  return texts.filter((text) => hole.test(text.replaceAll(/"[^"]*"|'[^']*'/g, '"x"')));
}

const files: Record<string, { kind: FileKind; file: object }> = {
  ...Object.fromEntries(
    Object.entries(seeds).flatMap(([name, seed]) => [
      [name, { kind: 'taskDefinition' as const, file: seed() }],
      [`${name}, with all members`, { kind: 'taskDefinition' as const, file: full(seed) }],
    ]),
  ),
  'a service': { kind: 'service', file: service },
  'a service with other members': { kind: 'service', file: otherService },
};

for (const [name, { kind, file }] of Object.entries(files)) {
  test(`${name}: whichever text is empty or blank, no message has a hole`, () => {
    const holes = new Set<string>();
    let said = 0;
    for (const path of textsIn(file)) {
      for (const text of ['', ' ']) {
        for (const finding of check(parseDocument(JSON.stringify(withText(file, path, text)), { kind }))) {
          said++;
          for (const one of holesIn(finding)) holes.add(`${path.join('.')}: ${finding.rule} ${one}`);
        }
      }
    }
    assert.ok(said > 5, `only ${said} findings`);
    assert.deepEqual([...holes], []);
  });
}
