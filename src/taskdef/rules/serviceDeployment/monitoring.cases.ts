import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const watched = (...metricConfigurations: object[]): object => service({ monitoring: { metricConfigurations } });

export const cases: RuleCase[] = [
  {
    breaks: watched({ metricNames: ['CPUUtilization'], resolutionSeconds: 10 }),
    at: '10',
    says: /ECS takes 20 or 60/,
    holds: watched({ metricNames: ['CPUUtilization'], resolutionSeconds: 20 }),
    fix: /"resolutionSeconds": 20/,
  },
  {
    about: 'a metric',
    breaks: watched({ metricNames: ['CpuUtilization'], resolutionSeconds: 60 }),
    at: '"CpuUtilization"',
    says: /is no metric of a service/,
    holds: watched({ metricNames: ['CPUUtilization', 'MemoryUtilization'], resolutionSeconds: 60 }),
    fix: /"CPUUtilization"/,
  },
  {
    about: 'no metric',
    breaks: watched({ metricNames: [], resolutionSeconds: 60 }),
    at: '"metricNames"',
    says: /is empty/,
    holds: watched(),
  },
  {
    about: 'twice',
    breaks: watched(
      { metricNames: ['CPUUtilization'], resolutionSeconds: 20 },
      { metricNames: ['CPUUtilization'], resolutionSeconds: 60 },
    ),
    at: '"CPUUtilization"',
    says: /has a resolution already/,
    severity: 'warning',
    holds: watched(
      { metricNames: ['CPUUtilization'], resolutionSeconds: 20 },
      { metricNames: ['MemoryUtilization'], resolutionSeconds: 60 },
    ),
  },
];
