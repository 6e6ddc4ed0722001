import { log, splunkToken } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

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
