import { container, fargate, fargateContainer, sidecar } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ memory: 1024 }),
    at: '1024',
    says: /'memory' setting for container 'web' is greater than for the task: 1024 of 512/,
    holds: fargateContainer({ memory: 512 }),
    fix: /"memory": "1024"/,
  },
  {
    about: 'reserved, needs more CPU',
    breaks: fargateContainer(
      { memory: 1024 },
      {
        cpu: '256',
        memory: '2048',
        containerDefinitions: [{ ...container, memoryReservation: 9000 }],
      },
    ),
    at: '9000',
    says: /'memoryReservation' setting/,
    holds: fargateContainer({ memoryReservation: 512 }),
    fix: /"cpu": "2048",[^]*"memory": "9216"/,
  },
  {
    about: 'the others need memory too',
    breaks: fargate({ containerDefinitions: [{ ...container, memory: 1024 }, sidecar({ memory: 512 })] }),
    at: '1024',
    says: /1024 of 512 MiB/,
    holds: fargate({
      memory: '2048',
      containerDefinitions: [{ ...container, memory: 1024 }, sidecar({ memory: 512 })],
    }),
    fix: /"memory": "2048"/,
  },
];
