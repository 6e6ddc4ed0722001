import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const arn = 'arn:aws:ecs:eu-central-1:123456789012';
const described = {
  ...service({ cluster: undefined }),
  serviceArn: `${arn}:service/shop/web`,
  clusterArn: `${arn}:cluster/shop`,
  status: 'ACTIVE',
  runningCount: 2,
  pendingCount: 0,
  events: [],
};

export const cases: RuleCase[] = [
  {
    breaks: { services: [described], failures: [] },
    at: '"services"',
    says: /wrapped in "services"/,
    holds: service(),
    fix: /^\{\n {2}"cluster": "shop",\n {2}"serviceName": "web"(?![^]*ACTIVE)/,
  },
  {
    about: 'about several services',
    breaks: { services: [described, { ...described, serviceName: 'api' }], failures: [] },
    at: '"services"',
    says: /about 2 services; CreateService takes one/,
    holds: service(),
    fix: /^\{\n {2}"cluster": "shop",\n {2}"serviceName": "web"/,
  },
  {
    about: 'of CreateService',
    breaks: { service: described },
    at: '"service"',
    says: /CreateService and UpdateService answer/,
    holds: service(),
    fix: /^\{\n {2}"cluster": "shop",\n {2}"serviceName": "web"(?![^]*ACTIVE)/,
  },
  {
    about: 'with what its newest deployment alone says',
    breaks: {
      services: [
        {
          ...described,
          taskDefinition: undefined,
          deployments: [
            {
              id: 'ecs-svc/1',
              status: 'PRIMARY',
              taskDefinition: `${arn}:task-definition/shop:7`,
              serviceConnectConfiguration: { enabled: true, namespace: 'shop' },
            },
          ],
        },
      ],
    },
    at: '"services"',
    says: /wrapped/,
    holds: service(),
    fix: /"taskDefinition": "arn:aws:ecs[^"]*shop:7",\n {2}"serviceConnectConfiguration": \{\n {4}"enabled": true/,
  },
];
