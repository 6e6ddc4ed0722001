import { connect } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const token = { name: 'splunk-token', valueFrom: 'arn:aws:ssm:eu-central-1:123456789012:parameter/splunk' };
const logged = (secret: object): object =>
  connect({
    logConfiguration: {
      logDriver: 'splunk',
      options: { 'splunk-url': 'https://logs.example.com' },
      secretOptions: [secret],
    },
  });

export const cases: RuleCase[] = [
  {
    breaks: logged({ ...token, valueFrom: '' }),
    at: '""',
    says: /valueFrom is empty/,
    holds: logged(token),
  },
];
