import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../src/taskdef/document/edits.ts';
import { fixCertain } from '../../../src/taskdef/fixAll.ts';
import { ec2 } from '../../../src/taskdef/rule/examples/exampleFiles.ts';
import type { Finding } from '../../../src/taskdef/rule/finding.ts';

const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/web:1.4.2';
const logs = (logDriver: string): object => ({ logConfiguration: { logDriver } });

/** A task definition for EC2 that ECS takes as it is, and of which Fargate refuses nearly everything. */
const onInstances = {
  ...ec2(),
  networkMode: 'bridge',
  executionRoleArn: undefined,
  pidMode: 'host',
  ipcMode: 'host',
  placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }],
  volumes: [
    { name: 'host', host: { sourcePath: '/mnt/a' } },
    { name: 'docker', dockerVolumeConfiguration: { scope: 'shared', autoprovision: true } },
  ],
  containerDefinitions: [
    {
      name: 'web',
      image: ecr,
      memory: 256,
      cpu: 128,
      privileged: true,
      links: ['cache'],
      portMappings: [
        { containerPort: 80, hostPort: 0 },
        { containerPort: 443, hostPort: 8443 },
      ],
      dnsServers: ['10.0.0.2'],
      dnsSearchDomains: ['a.example'],
      extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.3' }],
      hostname: 'web',
      disableNetworking: false,
      dockerSecurityOptions: ['no-new-privileges'],
      stopTimeout: 300,
      startTimeout: 300,
      linuxParameters: {
        devices: [{ hostPath: '/dev/a' }],
        sharedMemorySize: 64,
        maxSwap: 64,
        swappiness: 10,
        capabilities: { add: ['NET_ADMIN'] },
      },
      resourceRequirements: [{ type: 'GPU', value: '1' }],
      ulimits: [{ name: 'nproc', softLimit: 1, hardLimit: 2 }],
      mountPoints: [
        { sourceVolume: 'host', containerPath: '/a' },
        { sourceVolume: 'docker', containerPath: '/b' },
      ],
      ...logs('json-file'),
    },
    { name: 'cache', image: ecr, memoryReservation: 64, essential: false, hostname: 'cache', ...logs('gelf') },
    {
      name: 'agent',
      image: ecr,
      memory: 64,
      essential: false,
      links: ['web'],
      portMappings: [{ containerPort: 81, hostPort: 0 }],
    },
  ],
};

function errorsIn(text: string): Finding[] {
  return check(parseDocument(text, { kind: 'taskDefinition' })).filter(({ severity }) => severity === 'error');
}

const said = (findings: readonly Finding[]): string[] => findings.map(({ rule, message }) => `${rule} ${message}`);

/** The rules that are broken once the file is for Fargate. */
function refusedAs(file: object): Set<string> {
  return new Set(errorsIn(JSON.stringify({ ...file, requiresCompatibilities: ['FARGATE'] })).map(({ rule }) => rule));
}

const moved = JSON.stringify({ ...onInstances, requiresCompatibilities: ['FARGATE'] }, undefined, 2);

test('the file has no error on instances', () => {
  assert.deepEqual(said(errorsIn(JSON.stringify(onInstances))), []);
});

test('whatever Fargate refuses is said at once: no repair brings out an error that hid behind another', () => {
  const atFirst = errorsIn(moved);
  const rules = new Set(atFirst.map(({ rule }) => rule));
  const left: Finding[] = [];
  // Every repair that is offered is made, one after the other, the certain ones first.
  let text = moved;
  for (let round = 0; round < 200; round++) {
    const errors = errorsIn(text);
    const next = errors.find(({ fixes }) => fixes.length > 0);
    left.splice(0, left.length, ...errors);
    assert.deepEqual(said(errors.filter(({ rule }) => !rules.has(rule))), []);
    if (!next) break;
    text = applyEdits(text, (next.fixes.find(({ preferred }) => preferred) ?? next.fixes[0]!).edits);
  }
  assert.deepEqual(said(left), []);
});

test('all certain repairs together leave no error that was not there', () => {
  const document = parseDocument(moved, { kind: 'taskDefinition' });
  const rules = new Set(errorsIn(moved).map(({ rule }) => rule));
  const after = errorsIn(applyEdits(moved, [fixCertain(document)!]));
  assert.deepEqual(said(after.filter(({ rule }) => !rules.has(rule))), []);
});

const [web, ...others] = onInstances.containerDefinitions;
const plain = { name: 'web', image: ecr, memory: 256 };
const members = Object.entries(web!).filter(([name]) => !(name in plain));
const taskMembers = Object.entries(onInstances).filter(([name]) => /^(?:pidMode|ipcMode|placement|volumes)/.test(name));

for (const networkMode of ['bridge', 'host', undefined]) {
  test(`what Fargate refuses of one member it refuses beside all others, from network mode ${networkMode ?? 'default'}`, () => {
    const whole = refusedAs({ ...onInstances, networkMode });
    const alone = {
      ...onInstances,
      networkMode,
      pidMode: undefined,
      ipcMode: undefined,
      placementConstraints: undefined,
    };
    const hidden = [
      ...members.map(([name, value]) => ({
        name,
        file: { ...alone, containerDefinitions: [{ ...plain, [name]: value }, ...others] },
      })),
      ...taskMembers.map(([name, value]) => ({
        name,
        file: { ...alone, volumes: undefined, containerDefinitions: [plain], [name]: value },
      })),
    ].flatMap(({ name, file }) =>
      [...refusedAs(file)].filter((rule) => !whole.has(rule)).map((rule) => `${name} ${rule}`),
    );
    assert.ok(members.length > 12 && taskMembers.length === 4);
    assert.deepEqual(hidden, []);
  });
}
