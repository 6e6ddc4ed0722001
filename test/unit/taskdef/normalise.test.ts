import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffFields } from '../../../src/taskdef/register/diffFields.ts';
import { normalise, normalisedText, registrableText } from '../../../src/taskdef/register/normalise.ts';

const file = {
  family: 'shop',
  networkMode: 'awsvpc',
  cpu: '1 vCPU',
  memory: '2 GB',
  containerDefinitions: [
    {
      name: 'web',
      image: 'web:1',
      portMappings: [{ containerPort: 80 }],
      environment: [
        { name: 'B', value: '' },
        { name: 'A', value: 'secret-value' },
      ],
    },
  ],
};

/** The same as DescribeTaskDefinition answers. */
const described = {
  taskDefinition: {
    taskDefinitionArn: 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:7',
    revision: 7,
    status: 'ACTIVE',
    registeredAt: new Date(0),
    compatibilities: ['EC2', 'FARGATE'],
    requiresAttributes: [{ name: 'ecs.capability.task-eni' }],
    family: 'shop',
    networkMode: 'awsvpc',
    cpu: '1024',
    memory: '2048',
    volumes: [],
    placementConstraints: [],
    enableFaultInjection: false,
    containerDefinitions: [
      {
        name: 'web',
        image: 'web:1',
        cpu: 0,
        essential: true,
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
        environment: [
          { name: 'A', value: 'secret-value' },
          { name: 'B', value: '' },
        ],
        portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
      },
    ],
  },
  tags: [],
};

test('a file and the answer of DescribeTaskDefinition have one canonical form', () => {
  assert.equal(normalisedText(file), normalisedText(described));
  assert.deepEqual(diffFields(described, file), []);
});

test('the canonical form keeps what means something', () => {
  const { containerDefinitions } = normalise(file) as { containerDefinitions: [{ environment: object[] }] };
  assert.deepEqual(containerDefinitions[0].environment, [
    { name: 'A', value: 'secret-value' },
    { name: 'B', value: '' },
  ]);
  assert.equal(
    (normalise({ ...file, networkMode: 'bridge' }) as object as { networkMode?: string }).networkMode,
    undefined,
  );
});

test('changes are named by container and field, without values of environment variables', () => {
  const [web] = file.containerDefinitions;
  const changed = {
    ...file,
    memory: '4096',
    containerDefinitions: [
      { ...web, image: 'web:2', environment: [{ name: 'A', value: 'other' }], command: ['serve'] },
      { name: 'log', image: 'log:1' },
    ],
  };
  assert.deepEqual(
    diffFields(file, changed).map((change) => change.text),
    [
      'memory: 2048 → 4096',
      'containerDefinitions[web].image: web:1 → web:2',
      'containerDefinitions[web].environment[A].value changed',
      'containerDefinitions[web].environment[B] removed',
      'containerDefinitions[web].command added: ["serve"]',
      'containerDefinitions[log] added',
    ],
  );
});

test('a host port that differs from what ECS fills in is a change', () => {
  const bridge = (hostPort?: number): object => ({
    family: 'a',
    containerDefinitions: [{ name: 'a', portMappings: [{ containerPort: 80, hostPort }] }],
  });
  assert.deepEqual(diffFields(bridge(), bridge(0)), []);
  assert.deepEqual(
    diffFields(bridge(), bridge(80)).map((change) => change.path),
    ['containerDefinitions[a].portMappings[80].hostPort'],
  );
});

test('tags count when both sides tell them', () => {
  const tagged = { ...file, tags: [{ key: 'team', value: 'shop' }] };
  assert.deepEqual(
    diffFields(described, tagged).map((change) => change.path),
    ['tags'],
  );
  assert.deepEqual(diffFields({ taskDefinition: described.taskDefinition }, tagged), []);
});

test('a described task definition becomes a file that can be registered', () => {
  const text = registrableText(described.taskDefinition, [{ key: 'team', value: 'shop' }]);
  const parsed = JSON.parse(text) as { tags: object[]; containerDefinitions: [object] };
  assert.deepEqual(Object.keys(parsed), [
    'family',
    'networkMode',
    'cpu',
    'memory',
    'containerDefinitions',
    'enableFaultInjection',
    'tags',
  ]);
  assert.deepEqual(Object.keys(parsed.containerDefinitions[0]), [
    'name',
    'image',
    'essential',
    'cpu',
    'environment',
    'portMappings',
  ]);
  assert.deepEqual(diffFields(described.taskDefinition, { ...parsed, tags: undefined }), []);
});

test('neither the order of sets nor the usual half of a platform makes a difference', () => {
  const written = {
    ...file,
    requiresCompatibilities: ['EC2', 'FARGATE'],
    runtimePlatform: { cpuArchitecture: 'ARM64' },
    volumes: [{ name: 'a' }, { name: 'b' }],
    containerDefinitions: [
      {
        name: 'web',
        image: 'web:1',
        healthCheck: { command: ['CMD', 'true'] },
        linuxParameters: { capabilities: { drop: ['ALL', 'CHOWN'] } },
        mountPoints: [
          { sourceVolume: 'a', containerPath: '/a' },
          { sourceVolume: 'b', containerPath: '/b' },
        ],
      },
    ],
  };
  const answered = {
    ...written,
    requiresCompatibilities: ['FARGATE', 'EC2'],
    runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' },
    volumes: [
      { name: 'b', host: {} },
      { name: 'a', host: {} },
    ],
    containerDefinitions: [
      {
        ...written.containerDefinitions[0],
        healthCheck: { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
        linuxParameters: { capabilities: { add: [], drop: ['CHOWN', 'ALL'] } },
        mountPoints: [
          { sourceVolume: 'b', containerPath: '/b', readOnly: false },
          { sourceVolume: 'a', containerPath: '/a', readOnly: false },
        ],
      },
    ],
  };
  assert.equal(normalisedText(answered), normalisedText(written));
  assert.equal(diffFields(answered, { ...written, runtimePlatform: { cpuArchitecture: 'X86_64' } }).length, 1);
  const { runtimePlatform: _platform, ...without } = written;
  assert.equal(diffFields(answered, without).length > 0, true);
});
