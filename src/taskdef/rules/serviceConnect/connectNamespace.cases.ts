import { connect } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const arn = 'arn:aws:servicediscovery:eu-central-1:123456789012';

export const cases: RuleCase[] = [
  {
    breaks: connect({ namespace: `${arn}:service/srv-0123456789abcdef` }),
    at: '"arn:',
    says: /not the ARN of a Cloud Map namespace/,
    holds: connect({ namespace: `${arn}:namespace/ns-0123456789abcdef` }),
  },
  {
    about: 'an id',
    breaks: connect({ namespace: 'ns-0123456789abcdef' }),
    at: '"ns-',
    says: /id of a namespace/,
    severity: 'warning',
    holds: connect({ namespace: 'shop' }),
  },
  {
    about: 'none',
    breaks: connect({ namespace: undefined }),
    at: '"serviceConnectConfiguration"',
    says: /default one of the cluster/,
    severity: 'info',
    holds: connect({ enabled: false, namespace: undefined }),
  },
];
