import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { documentLinks } from '../../../src/taskdef/reading/documentLinks.ts';

test('a service definition leads to its cluster, family, target group, subnets and security groups', () => {
  const arn = (service: string, resource: string): string => `arn:aws:${service}:eu-west-1:123456789012:${resource}`;
  const text = JSON.stringify({
    cluster: arn('ecs', 'cluster/shop'),
    serviceName: 'web',
    taskDefinition: 'web:7',
    loadBalancers: [
      { targetGroupArn: arn('elasticloadbalancing', 'targetgroup/web/0a1b'), containerName: 'web', containerPort: 80 },
    ],
    networkConfiguration: {
      awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d', '${SUBNET}'], securityGroups: ['sg-0a1b2c3d', 'default'] },
    },
  });
  const links = documentLinks(parseDocument(text, { path: 'service-definition.json' }));
  const console = 'https://eu-west-1.console.aws.amazon.com';
  assert.deepEqual(
    links.map(({ target }) => target),
    [
      `${console}/ecs/v2/clusters/shop/services?region=eu-west-1`,
      `${console}/ecs/v2/task-definitions/web?region=eu-west-1`,
      `${console}/ec2/home?region=eu-west-1#TargetGroup:targetGroupArn=${arn('elasticloadbalancing', 'targetgroup/web/0a1b')}`,
      `${console}/vpcconsole/home?region=eu-west-1#SubnetDetails:subnetId=subnet-0a1b2c3d`,
      `${console}/ec2/home?region=eu-west-1#SecurityGroup:groupId=sg-0a1b2c3d`,
    ],
  );
});

test('links stand on the text of the value; what a template fills in has none', () => {
  const text = JSON.stringify({
    family: 'shop',
    taskRoleArn: 'arn:aws:iam::${ACCOUNT}:role/app',
    containerDefinitions: [
      { name: 'nginx', image: 'nginx:1.27', environment: [{ name: 'image', value: 'nginx' }] },
      {
        name: 'app',
        image: '<IMAGE1_NAME>',
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/a', 'awslogs-region': 'eu-west-1' },
        },
      },
    ],
  });
  const links = documentLinks(parseDocument(text, { path: 'task-definition.json' }));
  assert.deepEqual(
    links.map(({ range }) => text.slice(range.offset, range.offset + range.length)),
    ['nginx:1.27', '/ecs/a'],
  );
});
