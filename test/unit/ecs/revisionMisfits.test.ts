import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Deployment, Service } from '@aws-sdk/client-ecs';
import { revisionMisfits, type RevisionShape } from '../../../src/ecs/service/revisionMisfits.ts';

const fits: RevisionShape = {
  compatibilities: ['EC2', 'FARGATE'],
  networkMode: 'awsvpc',
  containerDefinitions: [
    { name: 'web', portMappings: [{ containerPort: 8080, name: 'http' }, { containerPortRange: '9000-9010' }] },
    { name: 'sidecar' },
  ],
};

const service: Service = {
  launchType: 'FARGATE',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
  loadBalancers: [{ containerName: 'web', containerPort: 8080 }],
  serviceRegistries: [{ registryArn: 'arn', containerName: 'web', containerPort: 9005 }],
};

const primary = (deployment: Deployment): Service => ({
  ...service,
  deployments: [{ status: 'PRIMARY', ...deployment }],
});

const connected = (portName: string, enabled = true): Service =>
  primary({ serviceConnectConfiguration: { enabled, services: [{ portName }] } });

test('nothing speaks against a revision that has all that the service counts on', () => {
  assert.deepEqual(revisionMisfits(service, fits), []);
  assert.deepEqual(revisionMisfits(connected('http'), fits), []);
  assert.deepEqual(revisionMisfits({}, { containerDefinitions: [{ name: 'web' }] }), []);
});

const cases: Readonly<Record<string, [service: Service, revision: RevisionShape, says: RegExp]>> = {
  'a container of the load balancer that is not there': [
    service,
    { ...fits, containerDefinitions: [{ ...fits.containerDefinitions?.[0], name: 'app' }] },
    /load balancer.* container web, .*it has app/,
  ],
  'a port of the load balancer that is not mapped': [
    { ...service, loadBalancers: [{ containerName: 'web', containerPort: 3000 }] },
    fits,
    /load balancer.* port 3000 of container web/,
  ],
  'a port of service discovery outside of the range': [
    { ...service, serviceRegistries: [{ containerName: 'web', containerPort: 9011 }] },
    fits,
    /discovery.* port 9011 of container web/,
  ],
  'a port name of Service Connect': [connected('grpc'), fits, /Service Connect.* grpc/],
  'a port name of VPC Lattice': [
    primary({ vpcLatticeConfigurations: [{ portName: 'grpc', roleArn: 'r', targetGroupArn: 't' }] }),
    fits,
    /Lattice.* grpc/,
  ],
  'awsvpc without a network': [{ ...service, networkConfiguration: undefined }, fits, /awsvpc needs subnets/],
  'bridge with a network': [service, { ...fits, networkMode: undefined }, /bridge does not take/],
  'a launch type that it is not made for': [
    service,
    { ...fits, compatibilities: ['EC2'] },
    /runs on FARGATE.* made for EC2/,
  ],
  'a Fargate capacity provider': [
    { ...service, launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] },
    { ...fits, compatibilities: ['EC2'] },
    /runs on FARGATE/,
  ],
  'a volume that the service does not configure': [
    service,
    { ...fits, volumes: [{ name: 'data', configuredAtLaunch: true }] },
    /Volume data is configured at launch/,
  ],
  'a volume that is gone': [
    primary({ volumeConfigurations: [{ name: 'data' }] }),
    fits,
    /configures volume data at launch/,
  ],
};

for (const [what, [of, revision, says]] of Object.entries(cases)) {
  test(`${what} is told`, () => {
    const found = revisionMisfits(of, revision).filter((text) => says.test(text));
    assert.equal(found.length, 1, JSON.stringify(revisionMisfits(of, revision)));
  });
}

test('Service Connect that is off, and the capacity of instances, count on nothing', () => {
  assert.deepEqual(revisionMisfits(connected('grpc', false), fits), []);
  const onInstances = { ...service, launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'hosts' }] };
  assert.deepEqual(revisionMisfits(onInstances, { ...fits, compatibilities: ['EC2'] }), []);
});
