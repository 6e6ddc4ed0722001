import { ec2Service, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const told = { runningCount: 1, pendingCount: 0, createdAt: '2026-01-01', status: 'ACTIVE', events: [], taskSets: [] };

export const cases: RuleCase[] = [
  {
    breaks: service({ status: 'ACTIVE', runningCount: 2 }),
    at: '"status"',
    says: /tells status, runningCount, which/,
    holds: service(),
    fix: /^(?![^]*(?:ACTIVE|runningCount))/,
  },
  {
    about: 'for the AWS CLI',
    breaks: service({ status: 'ACTIVE' }),
    at: '"status"',
    says: /tells status, which/,
    severity: 'error',
    holds: service(),
    context: { tool: 'aws-cli' },
  },
  {
    about: 'with the count of a daemon, and more than is named',
    breaks: ec2Service({ schedulingStrategy: 'DAEMON', deploymentConfiguration: undefined, ...told }),
    at: '"runningCount"',
    says: /and 1 more/,
    holds: ec2Service(),
    fix: /^(?![^]*desiredCount)/,
  },
];
