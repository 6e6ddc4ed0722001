import { registryArn, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const registry = (changes: object): object => service({ serviceRegistries: [changes] });

export const cases: RuleCase[] = [
  {
    breaks: registry({ registryArn: registryArn.replace('service/srv', 'namespace/ns') }),
    at: '"arn:',
    says: /not the ARN of a Cloud Map service/,
    holds: registry({ registryArn }),
  },
  {
    about: 'no ARN at all',
    breaks: registry({}),
    at: '{',
    says: /registryArn is missing/,
    holds: registry({ registryArn: '${REGISTRY}' }),
  },
];
