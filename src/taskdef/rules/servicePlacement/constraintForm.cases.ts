import { ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const constraint = (...placementConstraints: object[]): object => ec2Service({ placementConstraints });
const expression = 'attribute:ecs.instance-type =~ m7.*';

export const cases: RuleCase[] = [
  {
    breaks: constraint({ type: 'distinctInstance', expression }),
    at: '"attribute:',
    says: /distinctInstance takes no expression/,
    holds: constraint({ type: 'distinctInstance' }),
    fix: /^(?![^]*expression)/,
  },
  {
    about: 'memberOf without an expression',
    breaks: constraint({ type: 'memberOf' }),
    at: '"memberOf"',
    says: /needs an expression/,
    holds: constraint({ type: 'memberOf', expression }),
  },
  {
    about: 'one equals sign',
    breaks: constraint({ type: 'memberOf', expression: 'attribute:stack = prod' }),
    at: '"attribute:stack',
    says: /==/,
    holds: constraint({ type: 'memberOf', expression: 'attribute:stack == prod' }),
    fix: /stack == prod/,
  },
  {
    about: 'twice the same',
    breaks: constraint({ type: 'distinctInstance' }, { type: 'distinctInstance' }),
    at: '"distinctInstance"',
    says: /twice/,
    severity: 'warning',
    holds: constraint({ type: 'distinctInstance' }, { type: 'memberOf', expression }),
    fix: true,
  },
  {
    about: 'without a type',
    breaks: constraint({ expression }),
    at: '"attribute:',
    says: /has a type/,
    holds: constraint({ type: 'memberOf', expression }),
    fix: /"memberOf"/,
  },
];
