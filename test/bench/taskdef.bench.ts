import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as JsonLanguageService from 'vscode-json-languageservice';
import { check } from '../../src/taskdef/check.ts';
import { complete } from '../../src/taskdef/completion/complete.ts';
import { parseDocument, type SourceDocument } from '../../src/taskdef/document/document.ts';
import { recogniseText } from '../../src/taskdef/document/recognise.ts';
import { hover } from '../../src/taskdef/reading/hover.ts';
import { hostileTexts } from '../support/hostileTexts.ts';

export const prefixes = ['taskdef.', 'service.'];

const rounds = 300;

/** What a keystroke costs in a task definition: p95 in milliseconds, and a full pass against plain JSON schema validation. */
export async function measure(): Promise<Record<string, number>> {
  const typical = typicalFile();
  const largest = largestFile();
  const other = stranger();
  const offsets = spread(typical, 40);
  const read = (text: string): SourceDocument => parseDocument(text, { path: 'task-definition.json' });
  const pass = (text: string) => (): unknown => check(read(text));
  return {
    'taskdef.typical.ms': p95(pass(typical), rounds),
    'taskdef.64k.ms': p95(pass(largest), 60),
    'taskdef.complete.ms': p95Each(offsets, (offset) => complete(read(typical), offset)),
    'taskdef.hover.ms': p95Each(offsets, (offset) => hover(read(typical), offset)),
    'taskdef.hostile.ms': longest(Object.values(hostileTexts).map((text) => pass(text))),
    'service.typical.ms': p95(serviceCheck(typical), rounds),
    'taskdef.stranger.ms': p95(() => recogniseText(other), 40),
    'taskdef.jsonls.ratio': await ratio(typical, pass(typical)),
  };
}

/** A pass over a service definition, which is judged at each key while the task definition beside it stays as it is. */
function serviceCheck(task: string): () => unknown {
  const taskDefinition = { path: 'task-definition.json', text: task };
  const text = typicalService();
  return () => check(parseDocument(text, { path: 'service-definition.json' }), { siblings: { taskDefinition } });
}

/** A service definition as people have them: about 1 KB, laid out by two. */
function typicalService(): string {
  const arn = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/storefront/0123456789abcdef';
  return JSON.stringify(
    {
      cluster: 'shop',
      serviceName: 'storefront',
      taskDefinition: 'storefront',
      desiredCount: 2,
      launchType: 'FARGATE',
      platformVersion: 'LATEST',
      propagateTags: 'SERVICE',
      healthCheckGracePeriodSeconds: 60,
      deploymentConfiguration: {
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
          securityGroups: ['sg-0123456789abcdef0'],
          assignPublicIp: 'DISABLED',
        },
      },
      loadBalancers: [{ targetGroupArn: arn, containerName: 'web', containerPort: 8080 }],
      serviceConnectConfiguration: {
        enabled: true,
        namespace: 'shop',
        services: [{ portName: 'web-8080-tcp', clientAliases: [{ port: 80, dnsName: 'storefront' }] }],
      },
      tags: [{ key: 'team', value: 'shop' }],
    },
    undefined,
    2,
  );
}

/** A service as people have them: about 1.5 KB, laid out by two. */
function typicalFile(): string {
  return JSON.stringify(
    {
      family: 'storefront',
      requiresCompatibilities: ['FARGATE'],
      networkMode: 'awsvpc',
      cpu: '512',
      memory: '1024',
      executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
      taskRoleArn: 'arn:aws:iam::111122223333:role/storefront',
      containerDefinitions: [
        {
          name: 'web',
          image: '111122223333.dkr.ecr.eu-central-1.amazonaws.com/storefront:1.4.2',
          essential: true,
          portMappings: [{ name: 'web-8080-tcp', containerPort: 8080, protocol: 'tcp' }],
          environment: variables(6),
          secrets: [
            { name: 'DB_PASSWORD', valueFrom: 'arn:aws:ssm:eu-central-1:111122223333:parameter/storefront/db' },
          ],
          healthCheck: { command: ['CMD-SHELL', 'wget -q --spider http://127.0.0.1:8080/ || exit 1'], interval: 30 },
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': '/ecs/storefront',
              'awslogs-region': 'eu-central-1',
              'awslogs-stream-prefix': 'ecs',
            },
          },
        },
      ],
    },
    undefined,
    2,
  );
}

/** The largest file that ECS takes: ten containers and 64 KiB. */
function largestFile(): string {
  const task = JSON.parse(typicalFile()) as { containerDefinitions: Record<string, unknown>[] };
  const [container] = task.containerDefinitions;
  const make = (count: number): string => {
    task.containerDefinitions = Array.from({ length: 10 }, (_, i) => ({
      ...container,
      name: `web-${i}`,
      portMappings: [{ containerPort: 8080 + i, protocol: 'tcp' }],
      environment: variables(count),
    }));
    return JSON.stringify(task, undefined, 2);
  };
  let count = 1;
  while (make(count + 1).length <= 65_536) count++;
  return make(count);
}

function variables(count: number): object[] {
  return Array.from({ length: count }, (_, i) => ({ name: `SETTING_${i}`, value: `value-${i}` }));
}

/** A megabyte of somebody else's JSON. */
function stranger(): string {
  return `{${Array.from({ length: 35_000 }, (_, i) => `"key${i}": "value ${i}"`).join(',')}}`;
}

/** Offsets all over a text. */
function spread(text: string, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor((text.length * (i + 0.5)) / count));
}

async function ratio(text: string, pass: () => unknown): Promise<number> {
  const schema = readFileSync(join(import.meta.dirname, '../../schemas/task-definition.schema.json'), 'utf8');
  // CommonJS whose exports Node cannot name.
  const require = createRequire(import.meta.url);
  const { getLanguageService, TextDocument } = require('vscode-json-languageservice') as typeof JsonLanguageService;
  const service = getLanguageService({});
  const uri = 'file:///task-definition.json';
  service.configure({
    schemas: [
      { uri: 'file:///schema.json', fileMatch: ['*'], schema: JSON.parse(schema) as JsonLanguageService.JSONSchema },
    ],
  });
  const validate = async (): Promise<unknown> => {
    const document = TextDocument.create(uri, 'json', 1, text);
    return service.doValidation(document, service.parseJSONDocument(document));
  };
  const theirs: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await validate();
    theirs.push(performance.now() - start);
  }
  return median(times(pass, rounds)) / median(theirs.slice(rounds / 10));
}

/** Milliseconds of the slowest: of each the best of three, the first of which compiles. */
function longest(runs: readonly (() => unknown)[]): number {
  return Math.max(...runs.map((run) => Math.min(time(run), time(run), time(run))));
}

function p95(run: () => unknown, count: number): number {
  return percentile(times(run, count), 0.95);
}

function p95Each(offsets: readonly number[], run: (offset: number) => unknown): number {
  const all = Array.from({ length: 12 }, () => offsets.map((offset) => time(() => run(offset))));
  // The first round compiles.
  return percentile(all.slice(2).flat(), 0.95);
}

/** Milliseconds of each run but the first tenth, in which the code is still being compiled. */
function times(run: () => unknown, count: number): number[] {
  return Array.from({ length: count }, () => time(run)).slice(Math.ceil(count / 10));
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!;
}
