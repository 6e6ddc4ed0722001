import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import * as model from '@aws-sdk/client-elastic-load-balancing-v2';
import { operationShapes } from '../../simulator/http/shape.ts';
import { LoadBalancingState } from '../../simulator/loadBalancing/loadBalancingState.ts';
import { services } from '../../simulator/services.ts';
import { departures } from './support/modelCheck.ts';
import { openAccount, type OpenAccount, REGION } from './support/openAccount.ts';
import { deployFargate, TARGET_GROUP } from './support/requests.ts';

async function openBalanced(t: TestContext): Promise<OpenAccount & { elb: model.ElasticLoadBalancingV2 }> {
  const account = await openAccount(t);
  const { accessKeyId, secretAccessKey } = account.sim.account.credential;
  const elb = new model.ElasticLoadBalancingV2({
    region: REGION,
    endpoint: account.sim.url,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });
  t.after(() => elb.destroy());
  await deployFargate(
    account,
    { portMappings: [{ containerPort: 8080 }] },
    {
      loadBalancers: [{ targetGroupArn: TARGET_GROUP, containerName: 'web', containerPort: 8080 }],
    },
  );
  await account.pass(200);
  return { ...account, elb };
}

test('every operation of Elastic Load Balancing answers as the SDK’s model says', async (t) => {
  const { elb, region, sim } = await openBalanced(t);
  const { Listeners: [listener] = [] } = await elb.describeListeners({
    LoadBalancerArn: (await elb.describeLoadBalancers({})).LoadBalancers?.[0]?.LoadBalancerArn,
  });
  const ListenerArn = listener?.ListenerArn ?? '';
  const inputs: Record<string, object> = {
    DescribeListeners: { LoadBalancerArn: listener?.LoadBalancerArn },
    DescribeLoadBalancers: {},
    DescribeRules: { ListenerArn },
    DescribeTargetGroups: {},
    DescribeTargetHealth: { TargetGroupArn: TARGET_GROUP },
  };
  const service = services.find((each) => each.name === 'elasticloadbalancing');
  assert.deepEqual(Object.keys(inputs), Object.keys(service?.operations ?? {}).sort());
  for (const [name, input] of Object.entries(inputs)) {
    const form = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const request = { region, credential: sim.account.credential, world: sim.world, requestId: '' };
    const answer = await service?.operations[name]?.run(form, request);
    const known = JSON.parse(JSON.stringify(answer)) as object;
    const shapes = operationShapes((model as unknown as Record<string, unknown>)[`${name}$`]);
    assert.deepEqual(shapes ? departures(shapes.output, known) : ['no such operation'], [], name);
    assert.ok(Object.values(known).flat().length > 0, name);
  }
});

test('a target group that a service names has a load balancer in its zones, with a listener that leads to it', async (t) => {
  const { elb } = await openBalanced(t);
  const { TargetGroups: [group] = [] } = await elb.describeTargetGroups({ TargetGroupArns: [TARGET_GROUP] });
  assert.deepEqual(
    [group?.Port, group?.HealthCheckPort, group?.HealthCheckIntervalSeconds],
    [8080, 'traffic-port', 30],
  );
  const { LoadBalancers: [balancer] = [] } = await elb.describeLoadBalancers({
    LoadBalancerArns: group?.LoadBalancerArns,
  });
  assert.deepEqual(
    [balancer?.State?.Code, balancer?.VpcId, balancer?.AvailabilityZones?.length],
    ['active', group?.VpcId, 1],
  );
  const { Listeners: [listener] = [] } = await elb.describeListeners({ LoadBalancerArn: balancer?.LoadBalancerArn });
  const { Rules = [] } = await elb.describeRules({ ListenerArn: listener?.ListenerArn });
  assert.deepEqual(
    Rules.map(({ IsDefault, Actions }) => [IsDefault, Actions?.[0]?.TargetGroupArn]),
    [[true, TARGET_GROUP]],
  );
  const { TargetHealthDescriptions = [] } = await elb.describeTargetHealth({ TargetGroupArn: TARGET_GROUP });
  assert.deepEqual(
    TargetHealthDescriptions.map(({ HealthCheckPort, TargetHealth }) => [HealthCheckPort, TargetHealth?.State]),
    [['8080', 'healthy']],
  );
});

test('Elastic Load Balancing gives pages, and refuses as it does', async (t) => {
  const { elb, region } = await openBalanced(t);
  const state = LoadBalancingState.of(region);
  for (const name of ['a', 'b']) {
    state.loadBalancers.push({ LoadBalancerArn: region.arn('elasticloadbalancing', `loadbalancer/net/${name}/1`) });
  }
  const first = await elb.describeLoadBalancers({ PageSize: 2 });
  const second = await elb.describeLoadBalancers({ PageSize: 2, Marker: first.NextMarker });
  assert.deepEqual([first.LoadBalancers?.length, second.LoadBalancers?.length, second.NextMarker], [2, 1, undefined]);
  await assert.rejects(elb.describeLoadBalancers({ LoadBalancerArns: ['arn:x'] }), {
    name: 'LoadBalancerNotFoundException',
  });
  await assert.rejects(elb.describeTargetGroups({ Names: ['none'] }), { name: 'TargetGroupNotFoundException' });
  await assert.rejects(elb.describeRules({ ListenerArn: 'arn:x' }), { name: 'ListenerNotFoundException' });
});
