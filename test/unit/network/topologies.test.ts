import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Destination } from '../../../src/network/destination.ts';
import { judgeDestination, type Verdict } from '../../../src/network/verdict.ts';
import { verdictTexts } from '../../../src/network/verdictText.ts';
import type { VpcFacts } from '../../../src/network/vpc.ts';
import { endpointTopologies } from './endpointTopologies.ts';
import { routeTopologies, type Topology } from './topologies.ts';
import { fargateIn, sketchVpc } from './topology.ts';

const topologies: readonly Topology[] = [...routeTopologies, ...endpointTopologies];

function destinationsOf({ dualStackImage: dualStack }: Topology): Record<string, Destination> {
  return {
    'ecr.api': { kind: 'service', service: 'ecr.api', purpose: 'registryAuth', dualStack },
    'ecr.dkr': { kind: 'service', service: 'ecr.dkr', purpose: 'image', dualStack },
    s3: { kind: 'service', service: 's3', purpose: 'image' },
    logs: { kind: 'service', service: 'logs', purpose: 'logs' },
    secretsmanager: { kind: 'service', service: 'secretsmanager', purpose: 'secrets' },
    ssm: { kind: 'service', service: 'ssm', purpose: 'secrets' },
    kms: { kind: 'service', service: 'kms', purpose: 'application' },
    sts: { kind: 'service', service: 'sts', purpose: 'application' },
    ssmmessages: { kind: 'service', service: 'ssmmessages', purpose: 'exec' },
    internet: { kind: 'internet', purpose: 'image', host: 'registry-1.docker.io' },
  };
}

function verdictsOf(topology: Topology, facts: VpcFacts, destination: Destination): Verdict[] {
  return judgeDestination(facts, topology.placement ?? fargateIn(['a']), destination);
}

function short({ reachable, way, cause }: Verdict): string {
  return `${reachable} ${reachable === 'yes' ? way?.kind : cause.code}`;
}

test('there are enough topologies, each of its own', () => {
  assert.ok(topologies.length >= 50, String(topologies.length));
  assert.equal(new Set(topologies.map(({ name }) => name)).size, topologies.length);
});

for (const topology of topologies) {
  test(topology.name, () => {
    const facts = sketchVpc(topology.sketch);
    const destinations = destinationsOf(topology);
    const found = Object.entries(destinations).map(([name, one]) => [
      name,
      verdictsOf(topology, facts, one).map(short).join('; '),
    ]);
    const expected = Object.keys(destinations).map((name) => [name, topology.expected?.[name] ?? topology.rest]);
    assert.deepEqual(Object.fromEntries(found), Object.fromEntries(expected));
  });
}

const readable = [
  'subnets',
  'routeTables',
  'natGateways',
  'vpcEndpoints',
  'networkAcls',
  'securityGroups',
  'prefixLists',
  'enableDnsSupport',
  'enableDnsHostnames',
] as const;

test('what could not be read makes no verdict another one, only less sure', () => {
  let unsure = 0;
  for (const topology of topologies) {
    const whole = sketchVpc(topology.sketch);
    for (const list of readable) {
      const facts = { ...whole, [list]: undefined };
      for (const [name, destination] of Object.entries(destinationsOf(topology))) {
        const known = verdictsOf(topology, whole, destination);
        const bySubnet = (id: string | undefined): Verdict['reachable'] | undefined =>
          known.find(({ subnetIds }) => id === undefined || subnetIds.includes(id))?.reachable;
        for (const verdict of verdictsOf(topology, facts, destination)) {
          if (verdict.reachable === 'unknown') unsure++;
          else
            assert.equal(
              verdict.reachable,
              bySubnet(verdict.subnetIds[0]),
              `${topology.name}: ${name} without ${list}`,
            );
        }
      }
    }
  }
  assert.ok(unsure > 500, `${unsure} verdicts are unsure`);
});

test('every verdict is told in one plain sentence, with what helps where it is not reached', () => {
  for (const topology of topologies) {
    const facts = sketchVpc(topology.sketch);
    const verdicts = Object.values(destinationsOf(topology)).flatMap((one) => verdictsOf(topology, facts, one));
    for (const { sentence, reachable, repair } of verdictTexts(verdicts)) {
      assert.match(sentence, /^[A-Z][^{}]+: [^{}]*\S$/);
      assert.doesNotMatch(sentence, /undefined|\[object/);
      if (reachable === 'yes') assert.equal(repair, undefined);
      if (reachable === 'no') assert.match(repair ?? '', /^[A-Z].*\.$/, sentence);
    }
  }
});
