import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const control = (namespace: string, task: object = {}): object =>
  ec2Container({ systemControls: [{ namespace, value: '1' }] }, task);

export const cases: RuleCase[] = [
  {
    breaks: control('vm.max_map_count'),
    at: '"vm.max_map_count"',
    says: /belongs to the host/,
    holds: control('net.core.somaxconn'),
  },
  {
    about: 'host network',
    breaks: control('net.core.somaxconn', { networkMode: 'host' }),
    at: '"net.core.somaxconn"',
    says: /network mode host/,
    holds: control('kernel.sem', { networkMode: 'host' }),
  },
];
