import { deployed } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const watched = (changes: object): object =>
  deployed({ alarms: { alarmNames: ['shop-5xx'], enable: true, rollback: true, ...changes } });

export const cases: RuleCase[] = [
  {
    breaks: watched({ alarmNames: [] }),
    at: '"alarmNames"',
    says: /none is named/,
    holds: watched({ alarmNames: [], enable: false, rollback: false }),
  },
  {
    about: 'not enabled',
    breaks: watched({ enable: false }),
    at: 'false',
    says: /no effect/,
    severity: 'warning',
    holds: watched({}),
    fix: /"enable": true/,
  },
  {
    about: 'an ARN',
    breaks: watched({ alarmNames: ['arn:aws:cloudwatch:eu-central-1:123456789012:alarm:shop-5xx'] }),
    at: '"arn:aws:cloudwatch',
    says: /this is an ARN/,
    severity: 'warning',
    holds: watched({}),
    fix: /\["shop-5xx"\]|\[\s*"shop-5xx"\s*\]/,
  },
  {
    about: 'an empty name',
    breaks: watched({ alarmNames: [''] }),
    at: '""',
    says: /is empty/,
    holds: watched({}),
  },
];
