import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../../src/taskdef/check.ts';
import { parseDocument } from '../../../../src/taskdef/document/document.ts';
import { nodeAt } from '../../../../src/taskdef/document/nodeAt.ts';
import { containerShape, type Shape, taskShape } from '../../../../src/taskdef/document/schema.ts';
import { readTask } from '../../../../src/taskdef/document/task.ts';
import { refusal, supportOf } from '../../../../src/taskdef/facts/launchSupport.ts';
import { ec2, fargate, sidecar, windows, windowsEc2 } from '../../../../src/taskdef/rule/examples/exampleFiles.ts';

type Members = Record<string, unknown>;
type Path = readonly (string | number)[];

/** The platforms that are told apart. */
const platforms: Readonly<Record<string, object>> = {
  Fargate: fargate(),
  EC2: ec2(),
  'EC2 with Linux': ec2({ runtimePlatform: { operatingSystemFamily: 'LINUX' } }),
  'EC2 with awsvpc': ec2({ networkMode: 'awsvpc' }),
  'EC2 with host': ec2({ networkMode: 'host' }),
  'EC2 with none': ec2({ networkMode: 'none' }),
  'Windows on Fargate': windows(),
  'Windows on EC2': windowsEc2({ networkMode: undefined }),
  'Windows on EC2 with awsvpc': windowsEc2(),
  'external instances': ec2({ requiresCompatibilities: ['EXTERNAL'] }),
  'Managed Instances': fargate({ requiresCompatibilities: ['MANAGED_INSTANCES'] }),
};

const volumeShape = taskShape.members.get('volumes')!.items!.shape!;

/** Objects whose members a platform may refuse, with where they stand. */
const places: readonly { shape: Shape; path: Path }[] = [
  { shape: taskShape, path: [] },
  { shape: containerShape, path: ['containerDefinitions', 0] },
  {
    shape: containerShape.members.get('linuxParameters')!.shape!,
    path: ['containerDefinitions', 0, 'linuxParameters'],
  },
  { shape: volumeShape, path: ['volumes', 0] },
  { shape: volumeShape.members.get('host')!.shape!, path: ['volumes', 0, 'host'] },
];

/** What lies in it is judged, and not itself. */
const judgedByItsParts = new Set(['RegisterTaskDefinitionRequest.containerDefinitions']);

const parameter = 'arn:aws:ssm:eu-central-1:123456789012:parameter/a';
const secret = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf';
const proxyProperties = ['IgnoredUID', 'AppPorts', 'ProxyIngressPort', 'ProxyEgressPort'];

/** A value for each member by which nothing but a platform can be offended, where the platform's file has none. */
const samples: Readonly<Record<string, unknown>> = {
  'RegisterTaskDefinitionRequest.cpu': '1024',
  'RegisterTaskDefinitionRequest.memory': '2048',
  'RegisterTaskDefinitionRequest.ephemeralStorage': { sizeInGiB: 30 },
  'RegisterTaskDefinitionRequest.placementConstraints': [
    { type: 'memberOf', expression: 'attribute:ecs.os-type == linux' },
  ],
  'RegisterTaskDefinitionRequest.pidMode': 'task',
  'RegisterTaskDefinitionRequest.ipcMode': 'task',
  'RegisterTaskDefinitionRequest.proxyConfiguration': {
    type: 'APPMESH',
    containerName: 'web',
    properties: proxyProperties.map((name) => ({ name, value: '1' })),
  },
  'RegisterTaskDefinitionRequest.inferenceAccelerators': [{ deviceName: 'a', deviceType: 'b' }],
  'RegisterTaskDefinitionRequest.enableFaultInjection': true,
  'RegisterTaskDefinitionRequest.tags': [{ key: 'a', value: 'b' }],
  'ContainerDefinition.repositoryCredentials': { credentialsParameter: secret },
  'ContainerDefinition.cpu': 64,
  'ContainerDefinition.memory': 256,
  'ContainerDefinition.memoryReservation': 128,
  'ContainerDefinition.entryPoint': ['a'],
  'ContainerDefinition.command': ['a'],
  'ContainerDefinition.workingDirectory': '/app',
  'ContainerDefinition.user': '1000',
  'ContainerDefinition.environment': [{ name: 'A', value: 'b' }],
  'ContainerDefinition.environmentFiles': [{ type: 's3', value: 'arn:aws:s3:::b/a.env' }],
  'ContainerDefinition.secrets': [{ name: 'A', valueFrom: parameter }],
  'ContainerDefinition.mountPoints': [{ sourceVolume: 'data', containerPath: '/data' }],
  'ContainerDefinition.volumesFrom': [{ sourceContainer: 'sidecar' }],
  'ContainerDefinition.dependsOn': [{ containerName: 'sidecar', condition: 'START' }],
  'ContainerDefinition.links': ['sidecar'],
  'ContainerDefinition.healthCheck': { command: ['CMD', '/check'] },
  'ContainerDefinition.firelensConfiguration': { type: 'fluentbit' },
  'ContainerDefinition.linuxParameters': { initProcessEnabled: true },
  'ContainerDefinition.ulimits': [{ name: 'nofile', softLimit: 1, hardLimit: 1 }],
  'ContainerDefinition.readonlyRootFilesystem': true,
  'ContainerDefinition.restartPolicy': { enabled: true },
  'ContainerDefinition.startTimeout': 60,
  'ContainerDefinition.stopTimeout': 60,
  'ContainerDefinition.versionConsistency': 'enabled',
  'ContainerDefinition.hostname': 'a',
  'ContainerDefinition.disableNetworking': true,
  'ContainerDefinition.privileged': true,
  'ContainerDefinition.dnsServers': ['10.0.0.2'],
  'ContainerDefinition.dnsSearchDomains': ['a.example'],
  'ContainerDefinition.extraHosts': [{ hostname: 'a', ipAddress: '10.0.0.3' }],
  'ContainerDefinition.dockerSecurityOptions': ['no-new-privileges'],
  'ContainerDefinition.interactive': true,
  'ContainerDefinition.pseudoTerminal': true,
  'ContainerDefinition.dockerLabels': { a: 'b' },
  'ContainerDefinition.systemControls': [{ namespace: 'kernel.sem', value: '1' }],
  'ContainerDefinition.resourceRequirements': [{ type: 'GPU', value: '1' }],
  'ContainerDefinition.credentialSpecs': [`credentialspec:${parameter}`],
  'LinuxParameters.capabilities': { drop: ['ALL'] },
  'LinuxParameters.devices': [{ hostPath: '/dev/a' }],
  'LinuxParameters.initProcessEnabled': true,
  'LinuxParameters.sharedMemorySize': 64,
  'LinuxParameters.tmpfs': [{ containerPath: '/tmp', size: 64 }],
  'LinuxParameters.maxSwap': 64,
  'LinuxParameters.swappiness': 10,
  'Volume.host': {},
  'Volume.dockerVolumeConfiguration': { scope: 'task' },
  'Volume.efsVolumeConfiguration': { fileSystemId: 'fs-12345678' },
  'Volume.s3filesVolumeConfiguration': {
    fileSystemArn: 'arn:aws:s3files:eu-central-1:123456789012:file-system/fs-1',
  },
  'Volume.fsxWindowsFileServerVolumeConfiguration': {
    fileSystemId: 'fs-0123456789abcdef0',
    rootDirectory: 'share',
    authorizationConfig: { credentialsParameter: secret, domain: 'corp.example.com' },
  },
  'Volume.configuredAtLaunch': true,
  'HostVolumeProperties.sourcePath': '/data',
};

/** A second container waits to be named, and its logs go wherever a log router takes them. */
const second = { memory: 128, logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'stdout' } } };

/** The platform's file, with the member in its place. */
function fileWith(platform: object, path: Path, name: string, sample: unknown): Members {
  const base = structuredClone(platform) as Members;
  const [web] = base['containerDefinitions'] as Members[];
  const task: Members = {
    ...base,
    containerDefinitions: [
      web,
      sidecar({ ...web, ...second, name: 'sidecar', essential: false, portMappings: undefined }),
    ],
    volumes: [{ name: 'data' }],
  };
  const holder = path.reduce<Members>((one, step) => {
    const inner = (one as Record<string | number, unknown>)[step] ?? {};
    (one as Record<string | number, unknown>)[step] = inner;
    return inner as Members;
  }, task);
  if (sample !== undefined) holder[name] = sample;
  return task;
}

/** What the rules say of each member on each platform, and what is said of it before it is written. */
const judged = places.flatMap(({ shape, path }) =>
  [...shape.members.values()]
    .filter(({ id }) => !judgedByItsParts.has(id))
    .flatMap(({ id, name }) =>
      Object.entries(platforms).flatMap(([platform, file]) => {
        const text = JSON.stringify(fileWith(file, path, name, samples[id]));
        const document = parseDocument(text, { kind: 'taskDefinition' });
        const member = nodeAt(document, [...path, name])?.parent;
        if (!member) return [];
        const errors = check(document)
          .filter(({ severity }) => severity === 'error')
          .filter(({ range }) => range.offset >= member.offset && range.offset < member.offset + member.length)
          .map(({ message }) => message);
        return [{ id, platform, errors, refused: refusal(readTask(document), id) }];
      }),
    ),
);

test('what completion says of a platform is what the rules say, of every member', () => {
  assert.ok(judged.length > 600, `only ${judged.length} tried`);
  assert.deepEqual(
    judged.filter(({ errors, refused }) => errors.length > 0 === (refused === undefined)),
    [],
  );
});

test('what hover says of platforms is what the rules say, of every member', () => {
  const takes = (id: string, ...names: string[]): boolean =>
    judged.some((one) => one.id === id && names.includes(one.platform) && one.errors.length === 0);
  const wrong = [...new Set(judged.map(({ id }) => id))].filter((id) => {
    const { fargate, windows, ec2 } = supportOf(id);
    return (
      fargate !== takes(id, 'Fargate', 'Windows on Fargate') ||
      windows !== takes(id, 'Windows on Fargate', 'Windows on EC2', 'Windows on EC2 with awsvpc') ||
      ec2 !== takes(id, 'EC2', 'EC2 with awsvpc', 'EC2 with host', 'Windows on EC2')
    );
  });
  assert.deepEqual(wrong, []);
});
