import { log, splunkToken } from '../../rule/exampleLogs.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: log(
      'splunk',
      { 'splunk-url': 'https://s' },
      { secretOptions: [splunkToken, { ...splunkToken, name: 'splunk-tokn' }] },
    ),
    at: '"splunk-tokn"',
    says: /no option splunk-tokn/,
    holds: log('splunk', { 'splunk-url': 'https://s' }, { secretOptions: [splunkToken] }),
    fix: /"splunk-token"/,
  },
];
