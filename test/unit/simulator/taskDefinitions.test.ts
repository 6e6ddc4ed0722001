import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { openAccount } from './support/openAccount.ts';
import { awslogs, EXECUTION_ROLE, fargateDefinition } from './support/requests.ts';

test('DescribeTaskDefinition shows the server’s defaults and what it derived', async (t) => {
  const account = await openAccount(t);
  const registered = await account.ecs.registerTaskDefinition(
    fargateDefinition(
      {
        image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/tide:1',
        portMappings: [{ containerPort: 80 }],
        healthCheck: { command: ['CMD', 'true'] },
        logConfiguration: awslogs('/ecs/tide'),
      },
      { tags: [{ key: 'team', value: 'harbor' }], volumes: [{ name: 'scratch' }], cpu: '.25 vCPU', memory: '0.5 GB' },
    ),
  );
  assert.deepEqual(registered.tags, [{ key: 'team', value: 'harbor' }]);
  const { taskDefinition, tags } = await account.ecs.describeTaskDefinition({ taskDefinition: 'tide-api' });
  assert.equal(tags, undefined);
  assert.deepEqual(taskDefinition, registered.taskDefinition);
  const [container] = taskDefinition?.containerDefinitions ?? [];
  assert.deepEqual(container, {
    name: 'web',
    image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/tide:1',
    cpu: 0,
    portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
    essential: true,
    environment: [],
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    healthCheck: { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3 },
    logConfiguration: awslogs('/ecs/tide'),
  });
  assert.deepEqual([taskDefinition?.cpu, taskDefinition?.memory], ['256', '512']);
  assert.deepEqual(taskDefinition?.volumes, [{ name: 'scratch', host: {} }]);
  assert.deepEqual(taskDefinition?.placementConstraints, []);
  assert.deepEqual(taskDefinition?.compatibilities, ['EC2', 'FARGATE']);
  assert.deepEqual(
    taskDefinition?.requiresAttributes?.map((attribute) => attribute.name),
    [
      'com.amazonaws.ecs.capability.logging-driver.awslogs',
      'com.amazonaws.ecs.capability.docker-remote-api.1.24',
      'ecs.capability.execution-role-awslogs',
      'com.amazonaws.ecs.capability.ecr-auth',
      'com.amazonaws.ecs.capability.docker-remote-api.1.19',
      'ecs.capability.container-health-check',
      'ecs.capability.execution-role-ecr-pull',
      'com.amazonaws.ecs.capability.docker-remote-api.1.18',
      'ecs.capability.task-eni',
    ],
  );
  assert.deepEqual(
    [taskDefinition?.status, taskDefinition?.revision, taskDefinition?.enableFaultInjection],
    ['ACTIVE', 1, false],
  );
  assert.equal(taskDefinition?.registeredBy, account.sim.account.credential.arn);
  assert.equal(taskDefinition?.registeredAt?.getTime(), account.sim.clock.now());
  const included = await account.ecs.describeTaskDefinition({ taskDefinition: 'tide-api:1', include: ['TAGS'] });
  assert.deepEqual(included.tags, [{ key: 'team', value: 'harbor' }]);
});

test('on EC2 in bridge mode host ports are dynamic and the mode stays unsaid', async (t) => {
  const { ecs } = await openAccount(t);
  const { taskDefinition } = await ecs.registerTaskDefinition({
    family: 'on-host',
    containerDefinitions: [
      { name: 'a', image: 'nginx', memory: 64, portMappings: [{ containerPort: 80, protocol: 'udp' }] },
    ],
  });
  assert.deepEqual(taskDefinition?.containerDefinitions?.[0]?.portMappings, [
    { containerPort: 80, hostPort: 0, protocol: 'udp' },
  ]);
  assert.deepEqual([taskDefinition?.networkMode, taskDefinition?.compatibilities], [undefined, ['EXTERNAL', 'EC2']]);
});

test('registering what was described changes nothing but the revision', async (t) => {
  const { ecs } = await openAccount(t);
  const { taskDefinition: first } = await ecs.registerTaskDefinition(
    fargateDefinition({ portMappings: [{ containerPort: 80 }] }),
  );
  const { family, containerDefinitions, networkMode, requiresCompatibilities, cpu, memory, executionRoleArn } =
    first ?? {};
  const { taskDefinition: second } = await ecs.registerTaskDefinition({
    family,
    containerDefinitions,
    networkMode,
    requiresCompatibilities,
    cpu,
    memory,
    executionRoleArn,
  });
  assert.deepEqual({ ...second, revision: 1, taskDefinitionArn: first?.taskDefinitionArn }, first);
});

test('revisions: by family the newest ACTIVE one, inactive ones stay, numbers are never given twice', async (t) => {
  const account = await openAccount(t);
  const { ecs } = account;
  for (let index = 0; index < 3; index++)
    await ecs.registerTaskDefinition(fargateDefinition({ image: `nginx:${index}` }));
  const { taskDefinition: gone } = await ecs.deregisterTaskDefinition({ taskDefinition: 'tide-api:3' });
  assert.deepEqual([gone?.status, gone?.deregisteredAt !== undefined], ['INACTIVE', true]);
  assert.equal((await ecs.describeTaskDefinition({ taskDefinition: 'tide-api' })).taskDefinition?.revision, 2);
  assert.equal(
    (await ecs.describeTaskDefinition({ taskDefinition: gone?.taskDefinitionArn })).taskDefinition?.status,
    'INACTIVE',
  );

  const refused = await ecs.deleteTaskDefinitions({ taskDefinitions: ['tide-api:1', 'tide-api:9'] });
  assert.deepEqual(
    refused.failures?.map((failure) => failure.reason),
    [
      'The specified task definition is still in ACTIVE status. Please deregister the target and try again.',
      'The specified task definition does not exist. Specify a valid account, family, revision and try again.',
    ],
  );
  const { taskDefinitions = [] } = await ecs.deleteTaskDefinitions({ taskDefinitions: ['tide-api:3'] });
  assert.equal(taskDefinitions[0]?.status, 'DELETE_IN_PROGRESS');
  await account.pass(60);
  await assert.rejects(ecs.describeTaskDefinition({ taskDefinition: 'tide-api:3' }), {
    name: 'ClientException',
    message: 'Unable to describe task definition.',
  });
  const { taskDefinition: next } = await ecs.registerTaskDefinition(fargateDefinition());
  assert.equal(next?.revision, 4);
  await assert.rejects(ecs.deregisterTaskDefinition({ taskDefinition: 'tide-api:77' }), {
    name: 'ClientException',
    message: 'The specified task definition does not exist.',
  });
});

test('lists: sorted by family and revision, both ways, families by status', async (t) => {
  const { ecs } = await openAccount(t);
  for (let index = 0; index < 12; index++) await ecs.registerTaskDefinition(fargateDefinition());
  await ecs.registerTaskDefinition(fargateDefinition({}, { family: 'anchor' }));
  await ecs.deregisterTaskDefinition({ taskDefinition: 'anchor:1' });
  const names = async (input: object): Promise<(string | undefined)[]> => {
    const { taskDefinitionArns = [] } = await ecs.listTaskDefinitions(input);
    return taskDefinitionArns.map((arn) => arn.split('/').at(-1));
  };
  assert.deepEqual(await names({ maxResults: 3 }), ['tide-api:1', 'tide-api:2', 'tide-api:3']);
  assert.deepEqual(await names({ sort: 'DESC', maxResults: 2, familyPrefix: 'tide-api' }), [
    'tide-api:12',
    'tide-api:11',
  ]);
  assert.deepEqual(await names({ status: 'INACTIVE' }), ['anchor:1']);
  const page = await ecs.listTaskDefinitions({ sort: 'DESC', maxResults: 5 });
  const rest = await ecs.listTaskDefinitions({ sort: 'DESC', nextToken: page.nextToken });
  assert.deepEqual([rest.taskDefinitionArns?.length, rest.nextToken], [7, undefined]);
  assert.deepEqual((await ecs.listTaskDefinitionFamilies({ status: 'ACTIVE' })).families, ['tide-api']);
  assert.deepEqual((await ecs.listTaskDefinitionFamilies({ status: 'INACTIVE' })).families, ['anchor']);
  assert.deepEqual((await ecs.listTaskDefinitionFamilies({ status: 'ALL', familyPrefix: 'a' })).families, ['anchor']);
});

type Change = {
  container?: Partial<ContainerDefinition>;
  more?: Partial<RegisterTaskDefinitionRequest>;
  ec2?: boolean;
};

const refusals: [string, Change][] = [
  ['Family contains invalid characters.', { more: { family: 'my.app' } }],
  ['Tags can not be empty.', { more: { tags: [] } }],
  ['Container.name should not be null or empty.', { container: { name: '' } }],
  ['Container.image should not be null or empty.', { container: { image: undefined } }],
  ['Container.image contains invalid characters', { container: { image: '$IMAGE' } }],
  ["Task definition doesn't have any essential container", { container: { essential: false } }],
  ["Fargate only supports network mode 'awsvpc'.", { more: { networkMode: 'bridge' } }],
  ["Fargate requires that 'cpu' be defined at the task level.", { more: { cpu: undefined } }],
  ["Fargate requires that 'memory' be defined at the task level.", { more: { memory: undefined } }],
  ['No Fargate configuration exists for given values.', { more: { cpu: '256', memory: '4096' } }],
  [
    'No Fargate configuration exists for given values.',
    { more: { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } } },
  ],
  ["Fargate requires that the 'privileged' setting be 'false'", { container: { privileged: true } }],
  [
    'NET_ADMIN is not allowed on Fargate.',
    { container: { linuxParameters: { capabilities: { add: ['NET_ADMIN'] } } } },
  ],
  ['EphemeralStorage size should be at least 21', { more: { ephemeralStorage: { sizeInGiB: 20 } } }],
  [
    'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
    { container: { portMappings: [{ containerPort: 80, hostPort: 8080 }] } },
  ],
  ["Invalid 'containerPort' setting for container 'web'.", { container: { portMappings: [{ hostPort: 80 }] } }],
  ["Unknown volume 'data'.", { container: { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] } }],
  [
    'Cannot depend on container db because it does not exist',
    { container: { dependsOn: [{ containerName: 'db', condition: 'START' }] } },
  ],
  ["The 'memory' setting for container 'web' is greater than for the task.", { container: { memory: 1024 } }],
  [
    "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
    { container: { cpu: 512 } },
  ],
  [
    'json-file is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]',
    { container: { logConfiguration: { logDriver: 'json-file' } } },
  ],
  [
    'Log driver awslogs requires options: awslogs-region, awslogs-group',
    { container: { logConfiguration: { logDriver: 'awslogs' } } },
  ],
  [
    'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
    { container: { logConfiguration: awslogs('/a') }, more: { executionRoleArn: undefined } },
  ],
  [
    "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
    { container: { secrets: [{ name: 'A', valueFrom: 'a' }] }, more: { executionRoleArn: undefined } },
  ],
  [
    "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'A'.",
    { container: { secrets: [{ name: 'A', valueFrom: 'a' }], environment: [{ name: 'A', value: 'b' }] } },
  ],
  [
    "Invalid setting for container 'web'. At least one of 'memory' or 'memoryReservation' must be specified.",
    { ec2: true },
  ],
  [
    "TCP host port '80' is mapped multiple times in task.",
    {
      ec2: true,
      container: {
        memory: 64,
        portMappings: [
          { containerPort: 80, hostPort: 80 },
          { containerPort: 81, hostPort: 80 },
        ],
      },
    },
  ],
  [
    "Invalid 'cpu' setting for task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.",
    { ec2: true, container: { memory: 64 }, more: { cpu: '64' } },
  ],
];

test('RegisterTaskDefinition refuses with the service’s own words', async (t) => {
  const { ecs, sim } = await openAccount(t);
  for (const [message, { container, more, ec2 }] of refusals) {
    const input: RegisterTaskDefinitionRequest = ec2
      ? { family: 'tide-api', containerDefinitions: [{ name: 'web', image: 'nginx', ...container }], ...more }
      : fargateDefinition(container, more);
    await assert.rejects(ecs.registerTaskDefinition(input), { name: 'ClientException', message });
  }
  const twins = [
    { name: 'web', image: 'nginx' },
    { name: 'web', image: 'nginx' },
  ];
  await assert.rejects(ecs.registerTaskDefinition(fargateDefinition({}, { containerDefinitions: twins })), {
    message: 'Container names must be unique within a task definition',
  });
  assert.deepEqual(sim.ledger.changes(), []);
});

test('a wrong type is refused before anything is looked at, and unknown members are dropped', async (t) => {
  const { ecs } = await openAccount(t);
  const register = (more: object) => ecs.registerTaskDefinition({ ...fargateDefinition(), ...more });
  await assert.rejects(register({ cpu: 256 }), {
    name: 'SerializationException',
    message: 'NUMBER_VALUE cannot be converted to String',
  });
  await assert.rejects(register({ containerDefinitions: [{ name: 'web', image: 'nginx', cpu: '128' }] }), {
    name: 'SerializationException',
    message: 'STRING_VALUE cannot be converted to Integer',
  });
  const { taskDefinition } = await register({ executionRoleArn: EXECUTION_ROLE });
  assert.equal(taskDefinition?.revision, 1);
});
