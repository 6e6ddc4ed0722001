import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { EC2 } from '@aws-sdk/client-ec2';
import { Ec2State } from '../../simulator/ec2/ec2State.ts';
import { services } from '../../simulator/services.ts';
import { openAccount, type OpenAccount, REGION } from './support/openAccount.ts';
import { deployFargate, NETWORK } from './support/requests.ts';

const { awsvpcConfiguration } = NETWORK;

interface Ec2Account extends OpenAccount {
  ec2: EC2;
}

/** The account with a client of EC2, of whose answers not a word may be unknown to the SDK's model. */
async function openEc2(t: TestContext, permissions?: { deny: string[] }): Promise<Ec2Account> {
  const account = await openAccount(t);
  const { accessKeyId, secretAccessKey } = account.sim.account.credential;
  if (permissions) account.sim.account.credential.permissions = permissions;
  const ec2 = new EC2({
    region: REGION,
    endpoint: account.sim.url,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });
  t.after(() => ec2.destroy());
  ec2.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { statusCode: number; body: AsyncIterable<Buffer> };
      const chunks: Buffer[] = [];
      for await (const chunk of response.body) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      response.body = new Blob([text]).stream() as never;
      texts.push({ status: response.statusCode, text });
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'keepText' },
  );
  return { ...account, ec2 };
}

const texts: { status: number; text: string }[] = [];

/** The texts of an XML document's elements, and those of a plain object's members. */
function leavesOfXml(xml: string): string[] {
  return [...xml.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text.replaceAll('&quot;', '"')).sort();
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [JSON.stringify(value)];
  return Object.entries(value)
    .filter(([key]) => key !== '$metadata')
    .flatMap(([, member]) => leavesOf(member))
    .sort();
}

test('every operation of EC2 says what the SDK’s model knows, and nothing else', async (t) => {
  const account = await openEc2(t);
  Ec2State.of(account.region).addSubnet('subnet-0f', { name: 'public-a', mapPublicIpOnLaunch: true });
  await deployFargate(
    account,
    {},
    { networkConfiguration: { awsvpcConfiguration: { ...awsvpcConfiguration, assignPublicIp: 'ENABLED' } } },
  );
  await account.pass(120);
  const { ec2 } = account;
  const state = Ec2State.of(account.region);
  state.vpcEndpoints.push({
    VpcEndpointId: 'vpce-0f',
    VpcId: state.vpcId,
    VpcEndpointType: 'Interface',
    ServiceName: 'com.amazonaws.eu-west-1.logs',
    State: 'available' as never,
    PolicyDocument: '{"Statement":[{"Effect":"Allow","Action":"*","Principal":"*","Resource":"*"}]}',
    SubnetIds: ['subnet-0f'],
    Groups: [{ GroupId: 'sg-0f', GroupName: 'endpoints' }],
    PrivateDnsEnabled: true,
    DnsOptions: { DnsRecordIpType: 'ipv4' },
  });
  state.internetGateways.push({
    InternetGatewayId: 'igw-0f',
    Attachments: [{ VpcId: state.vpcId, State: 'available' as never }],
  });
  const calls = {
    DescribeInternetGateways: () => ec2.describeInternetGateways({}),
    DescribeManagedPrefixLists: () => ec2.describeManagedPrefixLists({}),
    DescribeNatGateways: () => ec2.describeNatGateways({}),
    DescribeNetworkAcls: () => ec2.describeNetworkAcls({}),
    DescribeNetworkInterfaces: () => ec2.describeNetworkInterfaces({}),
    DescribeRouteTables: () => ec2.describeRouteTables({}),
    DescribeSecurityGroups: () => ec2.describeSecurityGroups({}),
    DescribeSubnets: () => ec2.describeSubnets({}),
    DescribeVpcAttribute: () => ec2.describeVpcAttribute({ VpcId: state.vpcId, Attribute: 'enableDnsHostnames' }),
    DescribeVpcEndpoints: () => ec2.describeVpcEndpoints({}),
    GetManagedPrefixListEntries: () => ec2.getManagedPrefixListEntries({ PrefixListId: 'pl-6da54004' }),
  };
  const offered = Object.keys(services.find((each) => each.name === 'ec2')?.operations ?? {});
  assert.deepEqual(Object.keys(calls), offered.sort());
  for (const [name, call] of Object.entries(calls)) {
    const mark = account.sim.ledger.mark();
    const output = await call();
    const requestId = output.$metadata.requestId ?? '';
    const sent = leavesOfXml(texts.at(-1)?.text ?? '').filter((text) => text !== requestId);
    assert.ok(sent.length > 1, name);
    assert.deepEqual(leavesOf(output), sent, name);
    assert.equal(account.sim.ledger.count(`ec2:${name}`, mark), 1);
  }
});

test('an interface has the address, subnet and groups of its task, and a public address where it was asked for', async (t) => {
  const account = await openEc2(t);
  await deployFargate(account);
  await account.ecs.runTask({
    cluster: 'harbor',
    taskDefinition: 'tide-api',
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { ...awsvpcConfiguration, assignPublicIp: 'ENABLED' } },
  });
  await account.pass(120);
  const { taskArns } = await account.ecs.listTasks({ cluster: 'harbor' });
  const { tasks = [] } = await account.ecs.describeTasks({ cluster: 'harbor', tasks: taskArns });
  assert.equal(tasks.length, 2);
  const { Subnets = [] } = await account.ec2.describeSubnets({ SubnetIds: awsvpcConfiguration.subnets });
  for (const task of tasks) {
    const detail = (name: string) => task.attachments?.[0]?.details?.find((one) => one.name === name)?.value ?? '';
    const { NetworkInterfaces: [found] = [] } = await account.ec2.describeNetworkInterfaces({
      NetworkInterfaceIds: [detail('networkInterfaceId')],
    });
    assert.equal(found?.PrivateIpAddress, detail('privateIPv4Address'));
    assert.equal(found?.SubnetId, detail('subnetId'));
    assert.deepEqual(
      found?.Groups?.map((group) => group.GroupId),
      awsvpcConfiguration.securityGroups,
    );
    assert.equal(found?.Association?.PublicIp !== undefined, !task.group?.startsWith('service:'));
    const block = Number(Subnets[0]?.CidrBlock?.split('.')[2]);
    const third = Number(found?.PrivateIpAddress?.split('.')[2]);
    assert.ok(third >= block && third < block + 16, `${found?.PrivateIpAddress} in ${Subnets[0]?.CidrBlock}`);
    assert.equal(Subnets[0]?.AvailabilityZone, task.availabilityZone);
  }
});

test('EC2 gives pages, filters, and refuses as it does', async (t) => {
  const account = await openEc2(t);
  const state = Ec2State.of(account.region);
  for (let index = 10; index < 22; index++)
    state.addSubnet(`subnet-0${index}`, { vpcId: index < 15 ? 'vpc-a' : 'vpc-b' });
  const { ec2 } = account;
  const first = await ec2.describeSubnets({ MaxResults: 10 });
  const second = await ec2.describeSubnets({ MaxResults: 10, NextToken: first.NextToken });
  assert.deepEqual([first.Subnets?.length, second.Subnets?.length, second.NextToken], [10, 2, undefined]);
  const filtered = await ec2.describeSubnets({ Filters: [{ Name: 'vpc-id', Values: ['vpc-a', 'vpc-c'] }] });
  assert.equal(filtered.Subnets?.length, 5);
  const missing = { NetworkInterfaceIds: ['eni-0123456789abcdef0'] };
  await assert.rejects(ec2.describeNetworkInterfaces(missing), { name: 'InvalidNetworkInterfaceID.NotFound' });
  await assert.rejects(ec2.describeSubnets({ SubnetIds: ['subnet-9'] }), { name: 'InvalidSubnetID.NotFound' });
  await assert.rejects(ec2.describeSecurityGroups({ GroupIds: ['sg-9'] }), { name: 'InvalidGroup.NotFound' });
  await assert.rejects(ec2.describeSubnets({ MaxResults: 3 }), { name: 'InvalidParameterValue' });
  await assert.rejects(ec2.describeSubnets({ Filters: [{ Name: 'colour', Values: ['red'] }] }), {
    name: 'InvalidParameterValue',
  });
});

test('a VPC that nobody furnished leads out through a NAT gateway and lets everything through', async (t) => {
  const account = await openEc2(t);
  const { ec2 } = account;
  const { vpcId } = Ec2State.of(account.region).addSubnet('subnet-0f');
  const Filters = [{ Name: 'vpc-id', Values: [vpcId] }];
  const { RouteTables: [table] = [] } = await ec2.describeRouteTables({ Filters });
  const { NatGateways: [nat] = [] } = await ec2.describeNatGateways({ Filter: Filters });
  assert.deepEqual(
    table?.Routes?.map((route) => route.NatGatewayId ?? route.GatewayId),
    ['local', nat?.NatGatewayId],
  );
  assert.deepEqual([table?.Associations?.[0]?.Main, nat?.State], [true, 'available']);
  const { NetworkAcls: [acl] = [] } = await ec2.describeNetworkAcls({ Filters });
  assert.deepEqual(
    acl?.Entries?.map(({ RuleNumber, RuleAction }) => [RuleNumber, RuleAction]),
    [100, 32_767, 100, 32_767].map((rule) => [rule, rule === 100 ? 'allow' : 'deny']),
  );
});

test('attributes of a VPC are told one by one, prefix lists by their owners, and filters take wildcards', async (t) => {
  const account = await openEc2(t);
  const { ec2 } = account;
  const state = Ec2State.of(account.region);
  const { vpcId: VpcId } = state.addSubnet('subnet-0f');
  state.attributesOff.add(`${VpcId} enableDnsHostnames`);
  const { EnableDnsSupport } = await ec2.describeVpcAttribute({ VpcId, Attribute: 'enableDnsSupport' });
  const { EnableDnsHostnames } = await ec2.describeVpcAttribute({ VpcId, Attribute: 'enableDnsHostnames' });
  assert.deepEqual([EnableDnsSupport?.Value, EnableDnsHostnames?.Value], [true, false]);
  const unknown = { VpcId: 'vpc-0', Attribute: 'enableDnsSupport' as const };
  await assert.rejects(ec2.describeVpcAttribute(unknown), { name: 'InvalidVpcID.NotFound' });
  state.prefixLists.push({ id: 'pl-0f', name: 'partners', ownerId: '123456789012', cidrs: ['192.0.2.0/24'] });
  const { PrefixLists = [] } = await ec2.describeManagedPrefixLists({});
  assert.deepEqual(
    PrefixLists.map(({ PrefixListName, Version }) => [PrefixListName, Version]),
    [
      ['partners', 1],
      ['com.amazonaws.eu-west-1.s3', undefined],
    ],
  );
  const Filters = [{ Name: 'prefix-list-name', Values: ['com.amazonaws.*'] }];
  assert.equal((await ec2.describeManagedPrefixLists({ Filters })).PrefixLists?.length, 1);
  const { Entries = [] } = await ec2.getManagedPrefixListEntries({ PrefixListId: 'pl-0f' });
  assert.deepEqual(Entries, [{ Cidr: '192.0.2.0/24' }]);
});

test('EC2 says in its own words who may not ask', async (t) => {
  const { ec2 } = await openEc2(t, { deny: ['ec2:*'] });
  await assert.rejects(ec2.describeSubnets({}), {
    name: 'UnauthorizedOperation',
    message: /not authorized to perform: ec2:DescribeSubnets/,
  });
});
