import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { fetchContainerInstances } from '../../../src/aws/read/containerInstances.ts';
import { fetchNetworkFacts } from '../../../src/aws/read/network/networkFacts.ts';
import { fetchFirstServices } from '../../../src/aws/read/services.ts';
import { fetchTaskDefinition } from '../../../src/aws/read/taskDefinitions.ts';
import { drawNetwork } from '../../../src/network/drawing.ts';
import { judgeSubject } from '../../../src/network/judgeSubject.ts';
import { type NetworkSubject, subjectOf, subjectOfTask } from '../../../src/network/subject.ts';
import { verdictTexts } from '../../../src/network/verdictText.ts';
import { Ec2State } from '../../simulator/ec2/ec2State.ts';
import { buildNetwork } from '../../simulator/seed/networkSketch.ts';
import { placeService } from '../../simulator/seed/placeService.ts';
import { seedShop, SHOP_REGION as region } from '../../simulator/seed/shop.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';

const accountId = '123456789012';

describe('the networks of clusters', () => {
  let server: SimulatedAccount;
  let files: { remove(): Promise<void> };
  let connection: Connection;

  before(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    seedShop(server);
    const { credential } = server.account;
    files = await useAwsFiles({ dev: { credential, settings: { region, endpoint_url: server.url } } });
    connection = await connectTo({ profile: 'dev' });
  });
  after(async () => {
    connection.dispose();
    await files.remove();
    await server.close();
  });

  async function subjectsOf(cluster: string): Promise<NetworkSubject[]> {
    const instances = await fetchContainerInstances(connection, cluster);
    const instanceIds = instances.flatMap(({ ec2InstanceId }) => ec2InstanceId ?? []);
    const services = await fetchFirstServices(connection, cluster);
    return Promise.all(
      services.map(async (service) => {
        const { taskDefinition } = await fetchTaskDefinition(connection, service.taskDefinition ?? '');
        const subject = subjectOf(service, taskDefinition, { region });
        return subject.placement.launch === 'FARGATE' ? subject : { ...subject, instanceIds };
      }),
    );
  }

  it('of the shop let everything through, on Fargate and on instances', async () => {
    for (const environment of ['dev', 'staging', 'prod']) {
      const subjects = await subjectsOf(`shop-${environment}-cluster`);
      assert.ok(subjects.length >= 4);
      assert.ok(subjects.some(({ placement }) => placement.networkMode === 'bridge'));
      const mark = server.ledger.mark();
      const facts = await fetchNetworkFacts(connection, subjects, { accountId });
      assert.ok(server.ledger.count('*', mark) <= 20);
      assert.deepEqual(facts.unread, []);
      for (const subject of facts.subjects) {
        const { verdicts } = judgeSubject(facts, subject);
        const all = verdictTexts(verdicts);
        assert.deepEqual(
          all.filter(({ reachable }) => reachable !== 'yes'),
          [],
          subject.name,
        );
        assert.ok(all.length >= 2, subject.name);
      }
    }
  });

  it('are judged with twenty calls for fifty services in one VPC, each with a load balancer', async () => {
    const { ecs } = server.account.region(region);
    const endpoints = ['ecr.api', 'ecr.dkr', 's3', 'logs', 'secretsmanager', 'ssmmessages'];
    const network = buildNetwork(server.account.region(region), 'crowd', {
      tasks: ['a', 'b', 'c'],
      routes: ['0.0.0.0/0 > nat'],
      endpoints,
      groups: { tasks: ['in all 10.0.0.0/16', 'out all 0.0.0.0/0'] },
    });
    const cluster = ecs.addCluster('crowd');
    const names = Array.from({ length: 50 }, (_, index) => `service-${index}`);
    for (const serviceName of names) {
      const arn = `arn:aws:elasticloadbalancing:${region}:${accountId}:targetgroup/${serviceName}/0123456789abcdef`;
      placeService(cluster, {
        serviceName,
        desiredCount: 0,
        launchType: 'FARGATE',
        enableExecuteCommand: true,
        networkConfiguration: { awsvpcConfiguration: { ...network, assignPublicIp: 'DISABLED' } },
        loadBalancers: [{ targetGroupArn: arn, containerName: 'storefront', containerPort: 8080 }],
        deployed: [{ taskDefinition: 'storefront-prod:3', age: 1000 }],
        age: 1000,
      });
    }
    const subjects = await subjectsOf('crowd');
    assert.equal(subjects.length, 50);
    const mark = server.ledger.mark();
    const facts = await fetchNetworkFacts(connection, subjects, { accountId });
    assert.ok(server.ledger.count('*', mark) <= 20, JSON.stringify(server.ledger.counts(mark)));
    assert.ok(
      Object.values(server.ledger.counts(mark)).every((count) => count === 1),
      JSON.stringify(server.ledger.counts(mark)),
    );
    assert.deepEqual(facts.unread, []);
    for (const subject of facts.subjects) {
      const bad = judgeSubject(facts, subject).verdicts.filter(({ reachable }) => reachable !== 'yes');
      assert.deepEqual(
        bad.map(({ cause }) => cause),
        [],
        subject.name,
      );
    }
  });

  const alone = async (networkName: string): Promise<NetworkSubject> => {
    const [storefront] = await subjectsOf('shop-dev-cluster').then((all) =>
      all.filter(({ name }) => name === 'storefront'),
    );
    assert.ok(storefront);
    const tasks = [
      { subnetId: `subnet-${networkName}-a`, securityGroups: [`sg-${networkName}-tasks`], publicAddress: false },
    ];
    return { ...storefront, balanced: [], placement: { ...storefront.placement, tasks } };
  };

  it('know what a prefix list of the person stands for', async () => {
    const ec2 = Ec2State.of(server.account.region(region));
    ec2.prefixLists.push({ id: 'pl-inner', name: 'inner', ownerId: accountId, cidrs: ['10.0.0.0/8'] });
    ec2.prefixLists.push({ id: 'pl-outer', name: 'outer', ownerId: accountId, cidrs: ['0.0.0.0/1', '128.0.0.0/1'] });
    for (const [list, reachable] of [
      ['inner', 'no'],
      ['outer', 'yes'],
    ] as const) {
      buildNetwork(server.account.region(region), list, { tasks: ['a'], routes: ['0.0.0.0/0 > nat'] });
      ec2.securityGroup(`sg-${list}-tasks`).egress = [
        { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, PrefixListIds: [{ PrefixListId: `pl-${list}` }] },
      ];
      const mark = server.ledger.mark();
      const facts = await fetchNetworkFacts(connection, [await alone(list)], { accountId });
      assert.ok(server.ledger.count('ec2:*', mark) <= 8, JSON.stringify(server.ledger.counts(mark)));
      const { verdicts } = judgeSubject(facts, facts.subjects[0] ?? assert.fail());
      assert.ok(
        verdicts.every((verdict) => verdict.reachable === reachable),
        list,
      );
    }
  });

  it('come in pages, of which none is asked for twice', async () => {
    const ec2 = Ec2State.of(server.account.region(region));
    buildNetwork(server.account.region(region), 'paged', { tasks: ['a'], routes: ['0.0.0.0/0 > nat'] });
    for (let index = 0; index < 1100; index++) ec2.addSubnet(`subnet-0other${index}`, { vpcId: 'vpc-other' });
    const subject = await alone('paged');
    const mark = server.ledger.mark();
    const facts = await fetchNetworkFacts(connection, [subject], { accountId });
    assert.equal(server.ledger.count('ec2:DescribeSubnets', mark), 2);
    assert.ok(judgeSubject(facts, subject).verdicts.every(({ reachable }) => reachable === 'yes'));
  });

  it('of a single task are those of its interface, while it has one', async () => {
    const cluster = 'shop-dev-cluster';
    const { taskArns } = await connection.read('ecs', 'ListTasks', { cluster, family: 'nightly-report-dev' });
    const { tasks: [task] = [] } = await connection.read('ecs', 'DescribeTasks', { cluster, tasks: taskArns });
    assert.ok(task);
    const { taskDefinition } = await fetchTaskDefinition(connection, task.taskDefinitionArn ?? '');
    const subject = subjectOfTask(task, taskDefinition, { region });
    assert.equal(subject.placement.launch, 'FARGATE');
    const facts = await fetchNetworkFacts(connection, [subject], { accountId });
    const { verdicts } = judgeSubject(facts, facts.subjects[0] ?? assert.fail());
    assert.ok(verdicts.length >= 3 && verdicts.every(({ reachable }) => reachable === 'yes'));
    const gone = { ...subject, interfaceId: 'eni-0123456789abcdef0' };
    const later = await fetchNetworkFacts(connection, [gone], { accountId });
    const doubted = judgeSubject(later, later.subjects[0] ?? assert.fail()).verdicts;
    assert.ok(doubted.every(({ reachable }) => reachable === 'unknown'));
  });

  it('are drawn from the load balancer to what is reached', async () => {
    const [subject] = (await subjectsOf('shop-prod-cluster')).filter(({ name }) => name === 'checkout');
    assert.ok(subject);
    const facts = await fetchNetworkFacts(connection, [subject], { accountId });
    const { parts, lines } = drawNetwork(judgeSubject(facts, facts.subjects[0] ?? assert.fail()), facts.balancing);
    assert.deepEqual(
      parts.map(({ kind, label }) => (kind === 'subnet' ? kind : `${kind} ${label}`)),
      [
        'loadBalancer checkout-prod',
        'targetGroup checkout-prod',
        'service checkout',
        'subnet',
        'subnet',
        'subnet',
        `way nat-0${accountId}0a1b`,
        'destination ecr.api',
        'destination ecr.dkr',
        'destination s3',
        'destination secretsmanager',
        'destination logs',
      ],
    );
    assert.equal(parts[0]?.detail, 'listens on 80');
    assert.match(parts[3]?.detail ?? '', /^eu-west-1[abc], private, \d+ free addresses$/);
    const ids = new Set(parts.map(({ id }) => id));
    assert.deepEqual(
      lines.filter(({ from, to, reachable }) => !ids.has(from) || !ids.has(to) || reachable !== 'yes'),
      [],
    );
    assert.equal(new Set(lines.map(({ from, to }) => `${from} ${to}`)).size, lines.length);
  });

  it('are drawn with what is in the way', async () => {
    buildNetwork(server.account.region(region), 'shut', { tasks: ['a'] });
    const facts = await fetchNetworkFacts(connection, [await alone('shut')], { accountId });
    const { parts, lines } = drawNetwork(judgeSubject(facts, facts.subjects[0] ?? assert.fail()), facts.balancing);
    const way = parts.find(({ kind }) => kind === 'way');
    assert.equal(way?.label, 'No way out');
    assert.ok(
      lines.filter(({ from, to }) => from === way?.id || to === way?.id).every(({ reachable }) => reachable === 'no'),
    );
  });
});
