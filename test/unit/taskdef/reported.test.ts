import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../src/taskdef/document/edits.ts';
import type { CheckContext } from '../../../src/taskdef/rule/checkContext.ts';
import type { Finding } from '../../../src/taskdef/rule/finding.ts';

/** What people met, and what is right to say of it: these findings and no other error or warning. */
interface Reported {
  file: object;
  context?: CheckContext;
  /** Rule and severity, with what is marked. */
  said: readonly string[];
  says?: RegExp;
  /** What the first repair makes of it. */
  repaired?: RegExp;
}

const role = (name: string): string => `arn:aws:iam::210987654321:role/${name}`;

/** A task on Fargate that nobody objects to. */
function task(changes: object, container: object = {}, ...others: object[]): object {
  return {
    family: 'orders',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '512',
    memory: '1024',
    executionRoleArn: role('pull'),
    taskRoleArn: role('orders'),
    containerDefinitions: [{ name: 'orders', image: 'public.ecr.aws/acme/orders:3', ...container }, ...others],
    ...changes,
  };
}

const secret = (valueFrom: string): object => task({}, { secrets: [{ name: 'DB_URL', valueFrom }] });
const empty = ['', '', '', '', '', '', '', ''];

const reported: Record<string, Reported> = {
  'empty choices, which ecspresso drops': {
    file: task({ ipcMode: '', pidMode: '' }),
    context: { tool: 'ecspresso' },
    said: [],
  },
  'empty choices for the AWS CLI': {
    file: task({ ipcMode: '', pidMode: '' }),
    context: { tool: 'aws-cli' },
    said: ['error TD008 ""', 'error TD008 ""'],
  },
  'several definitions in a list': {
    file: [task({}), task({ family: 'mails', cpu: '100' })],
    said: ['warning TD0D7 ['],
    says: /2 task definitions \(orders, mails\)/,
  },
  'several definitions under names': {
    file: { orders: task({}), mails: task({ family: 'mails' }), bills: task({ family: 'bills' }) },
    context: { tool: 'aws-cli' },
    said: ['error TD0D7 {'],
    says: /3 task definitions/,
  },
  'a list of one definition': {
    file: [task({ cpu: 'much' })],
    said: ['warning TD0D7 ['],
    repaired: /^\{\n {2}"family": "orders"/,
  },
  'a whole line as the only word': {
    file: task({}, { command: ['pip install -r req.txt && gunicorn app'] }),
    said: ['warning TD0D8 "pip install -r req.txt && gunicorn app"'],
    says: /taken for the name of a program/,
    repaired: /"command": \["sh", "-c", "pip install -r req.txt && gunicorn app"\]/,
  },
  'a line that no shell is needed for': {
    file: task({}, { command: ['bundle exec rake jobs:work'] }),
    said: ['warning TD0D8 "bundle exec rake jobs:work"'],
    repaired: /"bundle",\s*"exec",\s*"rake",\s*"jobs:work"/,
  },
  'a line behind a shell': {
    file: task({}, { entryPoint: ['/bin/bash', '-c'], command: ['pip install -r req.txt && gunicorn app'] }),
    said: [],
  },
  'both forms of a check at once': {
    file: task({}, { healthCheck: { command: ['CMD', 'CMD-SHELL', 'pg_isready -q || exit 1'] } }),
    said: ['warning TD090 "CMD-SHELL"'],
    says: /never healthy/,
    repaired: /\["CMD-SHELL", "pg_isready -q \|\| exit 1"\]/,
  },
  'an unfilled skeleton': {
    file: {
      family: '',
      networkMode: 'bridge',
      requiresCompatibilities: ['EC2'],
      cpu: '',
      memory: '',
      containerDefinitions: [
        {
          name: '',
          image: '',
          memory: 0,
          entryPoint: [''],
          dnsServers: empty,
          portMappings: [{ containerPort: 0, protocol: 'tcp' }],
          dockerLabels: { KeyName: '' },
          healthCheck: { command: [''], interval: 0, timeout: 0, retries: 0 },
        },
      ],
      tags: [{ key: '', value: '' }],
    },
    said: ['error TD0D6 {'],
    says: /--generate-cli-skeleton/,
  },
  'words in capitals for ids and roles': {
    file: task(
      {
        executionRoleArn: 'EXECUTION_ROLE_ARN',
        taskRoleArn: 'TASK_ROLE_ARN',
        cpu: 'TASK_CPU',
        memory: 'TASK_MEMORY',
        volumes: [
          {
            name: 'files',
            efsVolumeConfiguration: {
              fileSystemId: 'FILE_SYSTEM_ID',
              transitEncryption: 'ENABLED',
              authorizationConfig: { accessPointId: 'ACCESS_POINT_ID', iam: 'ENABLED' },
            },
          },
        ],
      },
      {
        image: 'IMAGE_URI',
        mountPoints: [{ sourceVolume: 'files', containerPath: 'FILES_PATH' }],
        workingDirectory: 'APP_DIR',
        repositoryCredentials: { credentialsParameter: 'REGISTRY_SECRET_ARN' },
        environmentFiles: [{ type: 's3', value: 'ENVIRONMENT_FILE_ARN' }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': 'LOG_GROUP', 'awslogs-region': 'LOG_REGION', 'awslogs-stream-prefix': 'a' },
        },
      },
    ),
    said: [],
  },
  'colons behind a secret, with Region and account open': {
    file: secret('arn:aws:secretsmanager:${AWS_REGION}:${AWS_ACCOUNT}:secret:orders/db-x1y2z3::'),
    said: ['error TD07A "arn:aws:secretsmanager:${AWS_REGION}:${AWS_ACCOUNT}:secret:orders/db-x1y2z3::"'],
    repaired: /secret:orders\/db-x1y2z3:::"/,
  },
  'a secret of which all is open but what is right': {
    file: secret('arn:aws:secretsmanager:<REGION>:<ACCOUNT>:secret:orders/db-x1y2z3:url::'),
    said: [],
  },
  'a container addressed by the name of another': {
    file: task(
      {},
      { environment: [{ name: 'QUEUE', value: 'amqp://rabbit:5672/' }] },
      { name: 'rabbit', image: 'public.ecr.aws/docker/library/rabbitmq:3', portMappings: [{ containerPort: 5672 }] },
    ),
    said: ['warning TD0DC "amqp://rabbit:5672/"'],
    says: /rabbit answers at localhost/,
    repaired: /"amqp:\/\/127\.0\.0\.1:5672\/"/,
  },
};

/** What is an error or a warning, as it is written above. */
function graveIn(text: string, context: CheckContext): Finding[] {
  const document = parseDocument(text, { path: 'task-definition.json' });
  assert.notEqual(document.kind, 'other');
  return check(document, context).filter(({ severity }) => severity === 'error' || severity === 'warning');
}

for (const [about, { file, context = {}, said, says, repaired }] of Object.entries(reported)) {
  test(`${about}: what is right is said, and nothing else`, () => {
    const text = JSON.stringify(file, undefined, 2);
    const found = graveIn(text, context);
    assert.deepEqual(
      found.map(
        ({ severity, rule, range: { offset, length } }) => `${severity} ${rule} ${text.slice(offset, offset + length)}`,
      ),
      said,
    );
    if (says) assert.match(found[0]!.message, says);
    if (!repaired) return;
    const after = applyEdits(text, found[0]!.fixes[0]!.edits);
    assert.match(after, repaired);
    assert.deepEqual(
      graveIn(after, context).filter(({ rule }) => rule === found[0]!.rule),
      [],
    );
  });
}

test('definitions one behind the other are several too', () => {
  const text = `${JSON.stringify(task({}))}\n${JSON.stringify(task({ family: 'mails' }))}\n`;
  const [first, ...others] = graveIn(text, {});
  assert.equal(first?.rule, 'TD0D7');
  assert.deepEqual(others, []);
});
