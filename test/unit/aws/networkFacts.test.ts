import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { AwsError } from '../../../src/aws/errors.ts';
import { fetchNetworkFacts } from '../../../src/aws/read/network/networkFacts.ts';
import { fetchReach } from '../../../src/aws/read/network/reach.ts';
import { fetchFirstServices } from '../../../src/aws/read/services.ts';
import { fetchTaskDefinition } from '../../../src/aws/read/taskDefinitions.ts';
import { judgeSubject } from '../../../src/network/judgeSubject.ts';
import { type NetworkFacts, type NetworkSubject, subjectOf } from '../../../src/network/subject.ts';
import type { Verdict } from '../../../src/network/verdict.ts';
import { verdictTexts } from '../../../src/network/verdictText.ts';
import { NETWORK_CLUSTER, networkTroubles, seedNetworkTroubles } from '../../simulator/seed/networkTroubles.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';

describe('what a network is judged by', () => {
  let server: SimulatedAccount;
  let files: { remove(): Promise<void> };
  let connection: Connection;
  let services: Map<string, NetworkSubject>;

  before(async () => {
    server = await startSimulatedAccount({ clock: { held: true } });
    seedNetworkTroubles(server);
    const { credential } = server.account;
    files = await useAwsFiles({ dev: { credential, settings: { region: 'eu-west-1', endpoint_url: server.url } } });
    connection = await connectTo({ profile: 'dev' });
    services = new Map();
    for (const service of await fetchFirstServices(connection, NETWORK_CLUSTER)) {
      const { taskDefinition } = await fetchTaskDefinition(connection, service.taskDefinition ?? '');
      services.set(service.serviceName ?? '', subjectOf(service, taskDefinition, { region: 'eu-west-1' }));
    }
  });
  after(async () => {
    connection.dispose();
    await files.remove();
    await server.close();
  });

  /** The verdicts of one of the subjects that were read. */
  function verdictsOf(facts: NetworkFacts, index = 0): readonly Verdict[] {
    return judgeSubject(facts, facts.subjects[index] ?? assert.fail()).verdicts;
  }

  const options = { accountId: '123456789012' };
  const read = (name: string): Promise<NetworkFacts> => fetchNetworkFacts(connection, [found(name)], options);
  const found = (name: string): NetworkSubject => services.get(name) ?? assert.fail(name);
  const worst = async (name: string): Promise<string[]> => {
    const facts = await read(name);
    return verdictTexts(verdictsOf(facts))
      .filter(({ reachable }) => reachable !== 'yes')
      .map(({ sentence }) => sentence.replaceAll(`-${name}`, '').replaceAll(` ${name}`, ' it'));
  };

  const tasks = 'Tasks in subnet-a cannot';
  const all = (cause: string): string[] => [
    `${tasks} pull from ECR: ${cause}`,
    `${tasks} read secrets from Secrets Manager: ${cause}`,
    `${tasks} write to CloudWatch Logs: ${cause}`,
    `${tasks} be reached by ECS Exec: ${cause}`,
  ];
  /** Where each of the services has a cause of its own. */
  const each = (cause: (service: string) => string): string[] => [
    `${tasks} pull from ECR: ${cause('ecr.api')}`,
    `${tasks} pull from ECR: ${cause('ecr.dkr')}`,
    `${tasks} read secrets from Secrets Manager: ${cause('secretsmanager')}`,
    `${tasks} write to CloudWatch Logs: ${cause('logs')}`,
    `${tasks} be reached by ECS Exec: ${cause('ssmmessages')}`,
  ];
  const doubted = (sentence: string): string =>
    sentence.replace('Tasks', 'It is not known whether tasks').replace('cannot', 'can');
  const told: Record<string, string[]> = {
    'behind-nat': [],
    'in-public': [],
    'endpoints-only': [],
    'no-public-address': all('the subnet leads to igw, and they have no public address'),
    'no-way-out': [
      `${tasks} pull from ECR: private, no NAT gateway, no endpoint for ecr.api, ecr.dkr and s3`,
      `${tasks} read secrets from Secrets Manager: private, no NAT gateway, no endpoint for secretsmanager`,
      `${tasks} write to CloudWatch Logs: private, no NAT gateway, no endpoint for logs`,
      `${tasks} be reached by ECS Exec: private, no NAT gateway, no endpoint for ssmmessages`,
    ],
    'nat-in-private': all('nat stands in subnet-public, which has no way to the internet itself'),
    'nat-lost': all('route 0.0.0.0/0 of rtb-tasks leads to nat-gone, which is gone'),
    'nat-failed': all('nat is failed'),
    'nat-inward': all('nat is a private NAT gateway, which does not lead to the internet'),
    'public-access-blocked': all('VPC Block Public Access is set to block-bidirectional for subnet-public'),
    'names-off': each(
      (service) => `enableDnsHostnames is off in the VPC, so that names do not lead to endpoint vpce-${service}`,
    ),
    'endpoint-pending': each((service) => `endpoint vpce-${service} for ${service} is pendingAcceptance`),
    'no-ecr-dkr': [`${tasks} pull from ECR: private, no NAT gateway, no endpoint for ecr.dkr`],
    'no-s3': [`${tasks} pull from ECR: private, no NAT gateway, no endpoint for s3`],
    's3-other-table': [`${tasks} pull from ECR: endpoint vpce-s3 is not in their route table rtb-tasks`],
    's3-policy': [
      'It is not known whether tasks in subnet-a can pull from ECR: endpoint vpce-s3 for s3 is limited by its policy, not judged further',
    ],
    'no-logs-endpoint': [`${tasks} write to CloudWatch Logs: private, no NAT gateway, no endpoint for logs`],
    'no-secrets-endpoint': [
      `${tasks} read secrets from Secrets Manager: private, no NAT gateway, no endpoint for secretsmanager`,
    ],
    'no-exec-endpoint': [`${tasks} be reached by ECS Exec: private, no NAT gateway, no endpoint for ssmmessages`],
    'endpoint-group': each((service) => `sg-endpoints of endpoint vpce-${service} for ${service} lets no port 443 in`),
    'private-dns-off': each((service) => `private DNS of endpoint vpce-${service} for ${service} is off`),
    'egress-closed': all('sg-tasks lets no port 443 out'),
    'acl-one-way': all('acl-tasks of subnet-a does not let all of ports 32768-60999 in'),
    'ipv6-alone': [
      'Tasks in subnet-a6 cannot pull from ECR: the subnet has IPv6 alone, and the image is named by a host without it',
      'It is not known whether tasks in subnet-a6 can be reached by ECS Exec: ECS Exec over IPv6 alone is not judged',
    ],
    'by-transit-gateway': all('leaves through tgw, not judged further').map(doubted),
    'shared-vpc': all('leaves through nat, which the owner of the shared VPC keeps').map(doubted),
    'subnet-full': [],
    'no-mount-target': [
      'Tasks in subnet-b cannot mount fs-0a1b2c3d4e5f60718: fs-0a1b2c3d4e5f60718 has no mount target in eu-west-1b',
    ],
    'mount-group': [`${tasks} mount fs-0a1b2c3d4e5f60718: sg-files lets no port 2049 in`],
    'balancer-group': [
      'Load balancer it cannot reach tasks in subnet-a on port 8080: sg-tasks lets no port 8080 in from sg-balancer',
    ],
    'health-check-port': [
      'Load balancer it cannot reach tasks in subnet-a on health-check port 9000: sg-tasks lets no port 9000 in from sg-balancer',
    ],
    'no-listener': [
      'The load balancer of it cannot reach tasks in subnet-a on port 8080: no listener leads to target group it',
    ],
    'balancer-zone': ['Load balancer it cannot reach tasks in subnet-b on port 8080: it is not enabled in eu-west-1b'],
  };

  it('has a service for each kind of trouble', () => {
    assert.deepEqual(Object.keys(told).sort(), Object.keys(networkTroubles).sort());
    assert.deepEqual([...services.keys()].sort(), Object.keys(networkTroubles).sort());
  });

  for (const [name, sentences] of Object.entries(told)) {
    it(`tells ${name} from all others, with at most eight calls of EC2 and four of load balancing`, async () => {
      const mark = server.ledger.mark();
      assert.deepEqual(await worst(name), sentences);
      assertFrugal(mark, { ec2: 8, elasticloadbalancing: 4 });
    });
  }

  /** No request twice, and no more than allowed. */
  function assertFrugal(mark: number, most: Record<string, number>): void {
    const entries = server.ledger.since(mark);
    const asked = entries.map(({ service, operation, input }) => JSON.stringify([service, operation, input]));
    assert.deepEqual(
      asked.filter((one, index) => asked.indexOf(one) !== index),
      [],
    );
    for (const [service, count] of Object.entries(most)) {
      assert.ok(server.ledger.count(`${service}:*`, mark) <= count, JSON.stringify(server.ledger.counts(mark)));
    }
  }

  it('knows subnets without a free address', async () => {
    const facts = await read('subnet-full');
    const { fullSubnets } = judgeSubject(facts, facts.subjects[0] ?? assert.fail());
    assert.deepEqual(fullSubnets, ['subnet-subnet-full-a', 'subnet-subnet-full-b']);
  });

  it('is read once for all services of a cluster', async () => {
    const subjects = [...services.values()];
    const mark = server.ledger.mark();
    const facts = await fetchNetworkFacts(connection, subjects, options);
    assertFrugal(mark, {});
    assert.ok(server.ledger.count('*', mark) <= 20, JSON.stringify(server.ledger.counts(mark)));
    // Of so many VPCs not each may be asked whether names lead to its endpoints: those are left open.
    assert.deepEqual(facts.unread, ['ec2:DescribeVpcAttribute']);
    let same = 0;
    for (const [index, name] of [...services.keys()].entries()) {
      const alone = new Map(verdictsOf(await read(name)).flatMap(keyed));
      for (const [key, reachable] of verdictsOf(facts, index).flatMap(keyed)) {
        if (reachable === 'unknown' && alone.get(key) !== 'unknown') continue;
        assert.equal(reachable, alone.get(key), `${name}: ${key}`);
        same++;
      }
    }
    assert.ok(same > 100, `${same} verdicts are the same`);
  });

  it('names what may not be read, which makes answers less sure and never others', async () => {
    const operations = [
      'ec2:DescribeSubnets',
      'ec2:DescribeRouteTables',
      'ec2:DescribeVpcEndpoints',
      'ec2:DescribeNetworkAcls',
      'ec2:DescribeNatGateways',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeVpcAttribute',
      'ec2:DescribeNetworkInterfaces',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeLoadBalancers',
    ];
    for (const [name, subject] of services) {
      const mark = server.ledger.mark();
      const { remembering, forbid } = rememberAnswers(connection);
      const readAgain = (): Promise<NetworkFacts> => fetchNetworkFacts(remembering, [subject], options);
      const whole = new Map(verdictsOf(await readAgain()).flatMap(keyed));
      assert.ok(whole.size >= 5, name);
      for (const operation of operations.filter((one) => server.ledger.count(one, mark) > 0)) {
        forbid(operation);
        const facts = await readAgain();
        assert.ok(facts.unread.includes(operation), `${name} without ${operation}`);
        for (const [key, reachable] of verdictsOf(facts).flatMap(keyed)) {
          if (reachable === 'unknown') continue;
          assert.equal(reachable, whole.get(key), `${name}: ${key} without ${operation}`);
        }
      }
    }
  });

  const keyed = ({ destination, subnetIds, reachable }: Verdict): (readonly [string, Verdict['reachable']])[] => {
    const { kind } = destination;
    const to = kind === 'service' ? destination.service : kind === 'container' ? String(destination.port) : kind;
    return subnetIds.map((id) => [`${to} ${id}`, reachable] as const);
  };

  it('is told to whoever looks for a cause, with what could not be looked at', async () => {
    const subject = found('no-logs-endpoint');
    const { reach, unread } = await fetchReach(connection, subject, options);
    const closed = reach.filter(({ isReachable }) => isReachable === false);
    assert.deepEqual([closed.map(({ destination }) => destination), unread], [['logs'], []]);
    assert.deepEqual(
      reach.filter(({ isReachable }) => isReachable).map(({ destination }) => destination),
      ['ecr', 'ecr', 'secretsmanager', 'exec'],
    );
    const fault = server.faults.add({ operation: 'ec2:DescribeVpcEndpoints', kind: 'accessDenied' });
    const doubted = await fetchReach(connection, subject, options);
    fault.remove();
    assert.deepEqual(doubted.unread, ['ec2:DescribeVpcEndpoints']);
    assert.ok(doubted.reach.every(({ isReachable }) => isReachable === undefined));
  });

  it('ends when it is not wanted any more', async () => {
    const signal = AbortSignal.abort();
    const reading = fetchNetworkFacts(connection, [found('behind-nat')], { ...options, signal });
    await assert.rejects(reading, (error) => error instanceof AwsError && error.kind === 'aborted');
  });
});

/** A connection that asks nothing twice, and is refused one operation. */
function rememberAnswers(connection: Connection): { remembering: Connection; forbid: (operation: string) => void } {
  const answers = new Map<string, unknown>();
  let forbidden = '';
  const read = async (service: 'ec2', operation: 'DescribeSubnets', input: object): Promise<unknown> => {
    if (`${service}:${operation}` === forbidden) throw new AwsError('denied', 'You are not authorized.');
    const key = JSON.stringify([service, operation, input]);
    const answer = answers.get(key) ?? (await connection.read(service, operation, input));
    answers.set(key, answer);
    return answer;
  };
  const remembering = { region: connection.region, read } as unknown as Connection;
  return { remembering, forbid: (operation) => (forbidden = operation) };
}
