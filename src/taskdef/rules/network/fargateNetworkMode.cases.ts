import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ networkMode: 'bridge' }),
    at: '"bridge"',
    says: /Fargate only supports network mode 'awsvpc'/,
    holds: fargate(),
    fix: /"networkMode": "awsvpc"/,
  },
  {
    about: 'absent',
    breaks: fargate({ networkMode: undefined }),
    at: '"FARGATE"',
    says: /without networkMode it is bridge/,
    holds: ec2({ networkMode: undefined }),
    fix: /"networkMode": "awsvpc"/,
  },
  {
    about: 'said by the service',
    breaks: ec2({ requiresCompatibilities: undefined }),
    at: '"bridge"',
    says: /awsvpc/,
    holds: fargate({ requiresCompatibilities: undefined }),
    severity: 'warning',
    context: { siblings: { launchType: 'FARGATE' } },
  },
];
