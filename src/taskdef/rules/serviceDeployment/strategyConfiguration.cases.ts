import { blueGreen, deployed } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const linearConfiguration = { stepPercent: 10, stepBakeTimeInMinutes: 6 };

export const cases: RuleCase[] = [
  {
    breaks: blueGreen({ linearConfiguration }),
    at: '"linearConfiguration"',
    says: /for strategy LINEAR only; here it is BLUE_GREEN/,
    holds: blueGreen({ strategy: 'LINEAR', linearConfiguration }),
    fix: true,
  },
  {
    about: 'no strategy',
    breaks: deployed({ canaryConfiguration: { canaryPercent: 5 } }),
    at: '"canaryConfiguration"',
    says: /for strategy CANARY only; here it is ROLLING/,
    holds: blueGreen({ strategy: 'CANARY', canaryConfiguration: { canaryPercent: 5 } }),
    fix: true,
  },
  {
    about: 'a share that is too fine',
    breaks: blueGreen({ strategy: 'CANARY', canaryConfiguration: { canaryPercent: 2.55 } }),
    at: '2.55',
    says: /multiples of 0.1/,
    holds: blueGreen({ strategy: 'CANARY', canaryConfiguration: { canaryPercent: 2.3 } }),
    fix: /"canaryPercent": 2\.[56]/,
  },
];
