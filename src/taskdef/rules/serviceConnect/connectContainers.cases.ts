import { connect } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const settings = (...containerConfigurations: object[]): object => connect({ containerConfigurations });

export const cases: RuleCase[] = [
  {
    breaks: settings({ logLevel: 'info' }, { logLevel: 'debug' }),
    at: '"logLevel"',
    says: /twice/,
    holds: settings({ logLevel: 'debug' }),
    fix: true,
  },
  {
    about: 'an empty entry',
    breaks: settings({}),
    at: '{}',
    says: /has one setting/,
    holds: settings({ logLevel: 'info' }),
  },
];
