import { blueGreen, deployed } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const early = { enable: true, healthyPercent: 80, sourceServiceRevisionCleanup: 'DEFERRED' };
const hurried = (changes: object): object =>
  deployed({ minimumHealthyPercent: 50, earlySuccessCriteria: { ...early, ...changes } });

export const cases: RuleCase[] = [
  {
    breaks: hurried({ healthyPercent: undefined }),
    at: '"earlySuccessCriteria"',
    says: /need healthyPercent/,
    holds: hurried({ enable: false, healthyPercent: undefined }),
  },
  {
    about: 'below the least',
    breaks: hurried({ healthyPercent: 40 }),
    at: '40',
    says: /below minimumHealthyPercent, which is 50/,
    holds: hurried({}),
    fix: /"healthyPercent": 50/,
  },
  {
    about: 'where traffic is moved',
    breaks: blueGreen({ minimumHealthyPercent: 50, earlySuccessCriteria: early }),
    at: '"earlySuccessCriteria"',
    says: /for rolling updates/,
    severity: 'warning',
    holds: hurried({}),
  },
];
