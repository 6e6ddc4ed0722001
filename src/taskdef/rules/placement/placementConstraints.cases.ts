import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const placement = (expression: string): object => ec2({ placementConstraints: [{ type: 'memberOf', expression }] });

export const cases: RuleCase[] = [
  {
    breaks: fargate({ placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }] }),
    at: '"placementConstraints"',
    says: /do not support constraints/,
    holds: placement('attribute:ecs.os-type == linux'),
    fix: true,
  },
  {
    about: 'expression',
    breaks: placement('attributes:ecs.os-type == linux'),
    at: '"attributes:ecs',
    says: /not "attributes:"/,
    holds: placement('attribute:ecs.os-type == linux'),
    fix: /"attribute:ecs\.os-type/,
  },
  {
    about: 'one equals sign',
    breaks: placement('attribute:ecs.instance-type = t3.small'),
    at: '"attribute:ecs.instance-type = t3.small"',
    says: /compares with ==/,
    holds: placement('attribute:ecs.instance-type == t3.small'),
    fix: /"expression": "attribute:ecs.instance-type == t3.small"/,
  },
  {
    about: 'no type',
    breaks: ec2({ placementConstraints: [{ expression: 'attribute:x == y' }] }),
    at: '"attribute:x == y"',
    says: /has a type: memberOf/,
    holds: placement('attribute:x == y'),
    fix: /"type": "memberOf"/,
  },
];
