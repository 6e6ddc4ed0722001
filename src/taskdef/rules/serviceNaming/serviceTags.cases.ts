import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const team = { key: 'team', value: 'shop' };

export const cases: RuleCase[] = [
  {
    breaks: service({ tags: [{ key: 'aws:team', value: 'shop' }, team] }),
    at: '"aws:team"',
    says: /are reserved/,
    holds: service({ tags: [team] }),
    fix: true,
  },
  {
    about: 'twice',
    breaks: service({ tags: [team, { ...team, value: 'web' }] }),
    at: '"team"',
    says: /used twice/,
    holds: service({ tags: [team, { ...team, key: 'Team' }] }),
    fix: true,
  },
  {
    about: 'no key',
    breaks: service({ tags: [{ value: 'shop' }] }),
    at: '"shop"',
    says: /A tag has a key/,
    holds: service({ tags: [team] }),
  },
  {
    about: 'a character',
    breaks: service({ tags: [{ key: 'team', value: 'shop*' }] }),
    at: '"shop*"',
    says: /letters, digits, blanks/,
    holds: service({ tags: [team] }),
  },
  {
    about: 'none',
    breaks: service({ tags: [] }),
    at: '[]',
    says: /says nothing/,
    severity: 'info',
    holds: service(),
    fix: /^(?![^]*tags)/,
  },
];
