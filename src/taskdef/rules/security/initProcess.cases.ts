import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ linuxParameters: { tmpfs: [{ containerPath: '/tmp', size: 1 }] } }),
    at: '"web"',
    says: /ECS Exec/,
    holds: fargate(),
    fix: /"initProcessEnabled": true/,
    context: { siblings: { enableExecuteCommand: true } },
  },
];
