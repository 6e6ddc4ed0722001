import { ports } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ports({ containerPort: 80, protocol: 'udp', name: 'a', appProtocol: 'grpc' }),
    at: '"grpc"',
    says: /tcp only/,
    holds: ports({ containerPort: 80, protocol: 'tcp', name: 'a', appProtocol: 'grpc' }),
    fix: true,
  },
];
