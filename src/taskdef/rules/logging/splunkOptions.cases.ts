import { log, splunkToken } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: log('splunk', { 'splunk-url': 'https://splunk.example.com' }),
    at: '"options"',
    says: /lacks splunk-token/,
    holds: log('splunk', { 'splunk-url': 'https://splunk.example.com' }, { secretOptions: [splunkToken] }),
  },
];
