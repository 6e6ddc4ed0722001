import { advancedConfiguration, blueGreen } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const listener = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener';

export const cases: RuleCase[] = [
  {
    breaks: blueGreen({}, { productionListenerRule: `${listener}/app/shop/0123456789abcdef/0123456789abcdef` }),
    at: '"arn:aws:elasticloadbalancing',
    says: /productionListenerRule is the listener of an Application Load Balancer/,
    holds: blueGreen({}, { productionListenerRule: `${listener}/net/shop/0123456789abcdef/0123456789abcdef` }),
  },
  {
    about: 'another resource',
    breaks: blueGreen({}, { testListenerRule: advancedConfiguration.alternateTargetGroupArn }),
    at: '"arn:aws:elasticloadbalancing',
    says: /testListenerRule is neither/,
    holds: blueGreen({}, { testListenerRule: '${TEST_RULE}' }),
  },
  {
    about: 'one rule for both',
    breaks: blueGreen({}, { testListenerRule: advancedConfiguration.productionListenerRule }),
    at: '"arn:aws:elasticloadbalancing',
    says: /needs a rule of its own/,
    holds: blueGreen(),
    fix: true,
  },
];
