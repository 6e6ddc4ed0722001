import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ serviceName: 'shop.web' }),
    at: '"shop.web"',
    says: /letters, digits, hyphens and underscores only/,
    holds: service({ serviceName: 'shop-web_2' }),
    fix: /"serviceName": "shop-web"/,
  },
  {
    about: 'of an update',
    breaks: { service: '', desiredCount: 2, forceNewDeployment: true },
    at: '""',
    says: /service is empty/,
    holds: {
      service: 'arn:aws:ecs:eu-central-1:123456789012:service/shop/web',
      desiredCount: 2,
      forceNewDeployment: true,
    },
    kind: 'serviceUpdate',
  },
];
