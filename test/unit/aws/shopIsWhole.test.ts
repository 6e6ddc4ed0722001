import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Service } from '@aws-sdk/client-ecs';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { fetchFamilies, fetchTaskDefinition } from '../../../src/aws/read/taskDefinitions.ts';
import { fetchTargetHealth } from '../../../src/aws/read/targetHealth.ts';
import { familyRevision } from '../../../src/ecs/arn.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { accountClaims } from '../../../src/taskdef/register/accountClaims.ts';
import { parseSecret, verifySecretKey } from '../../../src/verify/verifySecret.ts';
import { verifyServiceFile } from '../../../src/verify/verifyServiceFile.ts';
import { verifyTaskDefinition } from '../../../src/verify/verifyTaskDefinition.ts';
import { seedShop } from '../../simulator/seed/shop.ts';
import { shopProfiles } from '../../simulator/seed/shopProfiles.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';

const context = { signal: new AbortController().signal };

describe('the shop', () => {
  let server: SimulatedAccount;
  let files: { remove(): Promise<void> };
  let connections: Connection[] = [];

  before(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    seedShop(server);
    const profiles = shopProfiles(server).map(({ name, region, credential }) => [
      name,
      { credential, settings: { region: region ?? '', endpoint_url: server.url } },
    ]);
    files = await useAwsFiles(Object.fromEntries(profiles));
    connections = await Promise.all(['shop-dev', 'shop-prod'].map((profile) => connectTo({ profile })));
  });
  after(async () => {
    for (const connection of connections) connection.dispose();
    await files.remove();
    await server.close();
  });

  /** What Verify says of a task definition, and of the keys that it takes out of secrets. */
  async function wrongIn(connection: Connection, text: string): Promise<string[]> {
    const source = parseDocument(text, { kind: 'taskDefinition' });
    const claims = accountClaims(source);
    assert.ok(claims.length > 3, text);
    const keys = claims.flatMap((claim) => (claim.kind === 'secret' ? (parseSecret(claim.valueFrom) ?? []) : []));
    const found = [
      ...(await verifyTaskDefinition(
        connection,
        { source, claims, siblings: { enableExecuteCommand: true } },
        context,
      )),
      ...(await Promise.all(keys.map((key) => verifySecretKey(connection, key, context)))).flat(),
    ];
    return found.map(({ message }) => message);
  }

  async function activeRevisions(connection: Connection): Promise<string[]> {
    const families = await fetchFamilies(connection);
    const listed = await Promise.all(
      families.map((familyPrefix) => connection.read('ecs', 'ListTaskDefinitions', { familyPrefix })),
    );
    return listed.flatMap(({ taskDefinitionArns = [] }) => taskDefinitionArns);
  }

  async function services(connection: Connection): Promise<Service[]> {
    const { clusterArns = [] } = await connection.read('ecs', 'ListClusters', {});
    const described = clusterArns.map(async (cluster) => {
      const { serviceArns = [] } = await connection.read('ecs', 'ListServices', { cluster, maxResults: 100 });
      return connection.read('ecs', 'DescribeServices', { cluster, services: serviceArns });
    });
    return (await Promise.all(described)).flatMap((answer) => answer.services ?? []);
  }

  it('has what its task definitions name, but for the image that fails on purpose', async () => {
    const wrong: Record<string, string[]> = {};
    for (const connection of connections) {
      const revisions = await activeRevisions(connection);
      assert.ok(revisions.length > 10);
      for (const arn of revisions) {
        const { taskDefinition } = await fetchTaskDefinition(connection, arn);
        const messages = await wrongIn(connection, JSON.stringify(taskDefinition));
        if (messages.length > 0) wrong[familyRevision(arn)] = messages;
      }
    }
    assert.deepEqual(wrong, {
      'checkout-staging:4': ['Repository shop/checkout has no image 4.0.0-rc1: push it, or name another tag.'],
    });
  });

  it('has what its services name: task definition, target group, subnets, security groups, capacity providers', async () => {
    for (const connection of connections) {
      const all = await services(connection);
      assert.ok(all.length >= 7);
      for (const service of all) {
        const source = parseDocument(JSON.stringify(service), { kind: 'service' });
        assert.deepEqual(await verifyServiceFile(connection, source, context), [], service.serviceName);
        await assertPlaces(connection, service);
        if (!service.loadBalancers?.length) continue;
        const [health] = await fetchTargetHealth(connection, service);
        assert.equal(health?.counts['healthy'], service.runningCount, JSON.stringify([service.serviceName, health]));
      }
    }
  });

  async function assertPlaces(connection: Connection, service: Service): Promise<void> {
    const { subnets = [], securityGroups = [] } = service.networkConfiguration?.awsvpcConfiguration ?? {};
    if (subnets.length > 0) {
      const answer = await connection.read('ec2', 'DescribeSubnets', { SubnetIds: subnets });
      assert.equal(answer.Subnets?.length, subnets.length);
      const groups = await connection.read('ec2', 'DescribeSecurityGroups', { GroupIds: securityGroups });
      assert.equal(groups.SecurityGroups?.length, securityGroups.length);
    }
    const capacityProviders = (service.capacityProviderStrategy ?? []).flatMap(
      ({ capacityProvider }) => capacityProvider ?? [],
    );
    if (capacityProviders.length === 0) return;
    const answer = await connection.read('ecs', 'DescribeCapacityProviders', { capacityProviders });
    assert.equal(answer.capacityProviders?.length, capacityProviders.length);
  }

  it('runs the images that its registry has under these tags', async () => {
    for (const connection of connections) {
      for (const { clusterArn: cluster = '', serviceName } of await services(connection)) {
        const { taskArns = [] } = await connection.read('ecs', 'ListTasks', { cluster, serviceName });
        if (taskArns.length === 0) continue;
        const { tasks = [] } = await connection.read('ecs', 'DescribeTasks', { cluster, tasks: taskArns });
        const running = tasks
          .filter(({ lastStatus }) => lastStatus === 'RUNNING')
          .flatMap((task) => task.containers ?? []);
        for (const { image = '', imageDigest } of running) {
          const [, repositoryName, imageTag] = /\/(shop\/[^:]+):(.+)$/.exec(image) ?? [];
          if (!repositoryName) continue;
          const input = { repositoryName, imageIds: [{ imageTag }] };
          const { imageDetails = [] } = await connection.read('ecr', 'DescribeImages', input);
          assert.equal(imageDetails[0]?.imageDigest, imageDigest, image);
        }
      }
    }
  });

  it('has what the files of the sample workspace name', async () => {
    const [connection] = connections;
    for (const name of ['checkout', 'storefront']) {
      const path = join(import.meta.dirname, '../../workspace', name, 'task-definition.json');
      const text = await readFile(path, 'utf8');
      assert.deepEqual(await wrongIn(connection ?? assert.fail(), text), [], name);
    }
  });
});
