import { container, ec2 } from '../../rule/examples/exampleFiles.ts';
import { firelens, logRouter, routerOptions } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: routerOptions({ 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::b/a.conf' }),
    at: '"s3"',
    says: /does not support FirelensConfiguration config file from 's3'/,
    holds: routerOptions({ 'config-file-type': 'file', 'config-file-value': '/a.conf' }),
    fix: /"file"/,
  },
  {
    about: 'on EC2',
    breaks: ec2({
      containerDefinitions: [
        { ...container, memory: 256, ...firelens },
        logRouter({
          firelensConfiguration: {
            type: 'fluentbit',
            options: { 'config-file-type': 's3', 'config-file-value': 's3://b/a' },
          },
        }),
      ],
    }),
    at: '"s3://b/a"',
    says: /Invalid arn syntax/,
    holds: ec2({
      containerDefinitions: [
        { ...container, memory: 256, ...firelens },
        logRouter({
          firelensConfiguration: {
            type: 'fluentbit',
            options: { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::b/a' },
          },
        }),
      ],
    }),
  },
];
