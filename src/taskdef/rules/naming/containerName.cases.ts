import { container, fargate, fargateContainer, sidecar } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ name: 'my app' }),
    at: '"my app"',
    says: /not a valid name/,
    holds: fargateContainer({ name: 'my-app' }),
    fix: /"name": "my-app"/,
  },
  {
    about: 'what waits for it follows',
    breaks: fargate({
      containerDefinitions: [
        { ...container, dependsOn: [{ containerName: 'side.car', condition: 'START' }] },
        sidecar({ name: 'side.car' }),
      ],
    }),
    at: '"side.car"',
    says: /not a valid name/,
    holds: fargate({
      containerDefinitions: [
        { ...container, dependsOn: [{ containerName: 'sidecar', condition: 'START' }] },
        sidecar({}),
      ],
    }),
    fix: /"containerName": "side-car"/,
  },
];
