import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ tags: [] }),
    at: '[]',
    says: /Tags can not be empty/,
    holds: fargate({ tags: [{ key: 'a', value: '' }] }),
    fix: /^(?![^]*tags)/,
  },
  {
    about: 'with the GitHub action',
    breaks: fargate({ tags: [] }),
    at: '[]',
    says: /Tags can not be empty/,
    holds: fargate(),
    severity: 'info',
    context: { tool: 'github-action' },
  },
  {
    about: 'reserved',
    breaks: fargate({ tags: [{ key: 'AWS:x', value: '1' }] }),
    at: '"AWS:x"',
    says: /reserved/,
    holds: fargate({ tags: [{ key: 'aws-x', value: '1' }] }),
    fix: true,
  },
  {
    about: 'twice',
    breaks: fargate({
      tags: [
        { key: 'a', value: '1' },
        { key: 'a', value: '2' },
      ],
    }),
    at: '"a"',
    says: /used twice/,
    holds: fargate({
      tags: [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' },
      ],
    }),
  },
  {
    about: 'length',
    breaks: fargate({ tags: [{ key: 'k'.repeat(129), value: '1' }] }),
    at: '"kkk',
    says: /1 to 128/,
    holds: fargate({ tags: [{ key: 'k'.repeat(128), value: '1' }] }),
  },
  {
    about: 'characters',
    breaks: fargate({ tags: [{ key: 'a', value: 'x;y' }] }),
    at: '"x;y"',
    says: /letters, digits, blanks/,
    holds: fargate({ tags: [{ key: 'ä b', value: 'x+y=z@w' }] }),
  },
  {
    about: 'no key',
    breaks: fargate({ tags: [{ value: 'shop' }] }),
    at: '"shop"',
    says: /A tag has a key/,
    holds: fargate({ tags: [{ key: 'Service' }] }),
    fix: false,
  },
  {
    about: 'empty, with ecspresso, which leaves it out',
    breaks: fargate({ tags: [] }),
    at: '[]',
    says: /Tags can not be empty/,
    holds: fargate(),
    severity: 'info',
    fix: true,
    context: { tool: 'ecspresso' },
  },
];
