import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: { family: 'a', ContainerDefinitions: [] },
    at: '"ContainerDefinitions"',
    says: /CloudFormation; ECS expects "containerDefinitions"/,
    holds: fargateContainer({ dockerLabels: { ContainerDefinitions: 'kept' } }),
  },
  {
    about: 'Terraform',
    breaks: fargate({ networkMode: undefined, network_mode: 'awsvpc' }),
    at: '"network_mode"',
    says: /Terraform; ECS expects "networkMode"/,
    holds: fargate(),
    fix: /"networkMode": "awsvpc"/,
  },
];
