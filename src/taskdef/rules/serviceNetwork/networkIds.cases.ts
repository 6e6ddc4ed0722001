import { awsvpc, awsvpcConfiguration } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const [subnet] = awsvpcConfiguration.subnets;

export const cases: RuleCase[] = [
  {
    breaks: awsvpc({ securityGroups: ['web-access'] }),
    at: '"web-access"',
    says: /not the id of a security group.*names are not taken/,
    holds: awsvpc({ securityGroups: ['sg-0a1b2c3d'] }),
  },
  {
    about: 'a security group among the subnets',
    breaks: awsvpc({ subnets: ['sg-0a1b2c3d'] }),
    at: '"sg-0a1b2c3d"',
    says: /not the id of a subnet/,
    holds: awsvpc({ subnets: ['${SUBNET}', 'PRIVATE_SUBNET_1'] }),
  },
  {
    about: 'an id that cannot be',
    breaks: awsvpc({ subnets: ['subnet-web'] }),
    at: '"subnet-web"',
    says: /is no id/,
    severity: 'warning',
    holds: awsvpc({ subnets: ['subnet-xxxxxxxx'] }),
  },
  {
    about: 'twice',
    breaks: awsvpc({ subnets: [subnet, subnet] }),
    at: '"subnet-',
    says: /twice/,
    severity: 'warning',
    holds: awsvpc({ subnets: [subnet] }),
    fix: true,
  },
];
