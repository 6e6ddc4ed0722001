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
  return [...xml.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text).sort();
}

function leavesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null)
    return value === undefined ? [] : [JSON.stringify(value).replaceAll('"', '')];
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
  const calls = {
    DescribeNetworkInterfaces: () => ec2.describeNetworkInterfaces({}),
    DescribeSecurityGroups: () => ec2.describeSecurityGroups({}),
    DescribeSubnets: () => ec2.describeSubnets({}),
  };
  const offered = Object.keys(services.find((each) => each.name === 'ec2')?.operations ?? {});
  assert.deepEqual(Object.keys(calls), offered.sort());
  for (const [name, call] of Object.entries(calls)) {
    const mark = account.sim.ledger.mark();
    const output = await call();
    const requestId = output.$metadata.requestId ?? '';
    const sent = leavesOfXml(texts.at(-1)?.text ?? '').filter((text) => text !== requestId);
    assert.ok(sent.length > 3, name);
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

test('EC2 says in its own words who may not ask', async (t) => {
  const { ec2 } = await openEc2(t, { deny: ['ec2:*'] });
  await assert.rejects(ec2.describeSubnets({}), {
    name: 'UnauthorizedOperation',
    message: /not authorized to perform: ec2:DescribeSubnets/,
  });
});
