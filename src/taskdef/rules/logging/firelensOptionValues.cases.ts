import { routerOptions } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: routerOptions({ 'config-file-type': 'file', 'config-file-value': '/fluent-bit/etc/fluent-bit.conf' }),
    at: '"/fluent-bit/etc',
    says: /overwrites/,
    holds: routerOptions({
      'enable-ecs-log-metadata': 'true',
      'config-file-type': 'file',
      'config-file-value': '/extra.conf',
    }),
    fix: /"\/extra\.conf"/,
  },
  {
    about: 'metadata',
    breaks: routerOptions({ 'enable-ecs-log-metadata': 'yes' }),
    at: '"yes"',
    says: /"true" or "false"/,
    holds: routerOptions({ 'enable-ecs-log-metadata': 'false' }),
    fix: /"true"/,
  },
];
