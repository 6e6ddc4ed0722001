import { waits } from '../../rule/examples/exampleContainers.ts';
import { container, ec2Pair, fargate, fargateContainer, sidecar } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ dependsOn: [{ containerName: 'wbe', condition: 'START' }] }),
    at: '"wbe"',
    says: /depends on "wbe", which does not exist/,
    holds: fargate({
      containerDefinitions: [
        { ...container, dependsOn: [{ containerName: 'sidecar', condition: 'START' }] },
        sidecar(),
      ],
    }),
    fix: /"dependsOn": \[\]/,
  },
  {
    about: 'a near name',
    breaks: fargate({
      containerDefinitions: [
        { ...container, dependsOn: [{ containerName: 'side-car', condition: 'START' }] },
        sidecar(),
      ],
    }),
    at: '"side-car"',
    says: /The other containers are: sidecar/,
    holds: fargate({
      containerDefinitions: [
        { ...container, dependsOn: [{ containerName: '${OTHER}', condition: 'START' }] },
        sidecar(),
      ],
    }),
    fix: /"containerName": "sidecar"/,
  },
  {
    about: 'an empty name',
    breaks: ec2Pair(waits('START', '')),
    at: '""',
    says: /A dependency of container web names no container/,
    holds: ec2Pair(waits('START')),
  },
];
