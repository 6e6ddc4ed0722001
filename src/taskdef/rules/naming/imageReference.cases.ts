import { withImage } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const digest = `sha256:${'a'.repeat(64)}`;

export const cases: RuleCase[] = [
  {
    breaks: withImage('repo/app:v1 '),
    at: '"repo/app:v1 "',
    says: /blanks around it/,
    holds: withImage('repo/app:v1'),
    fix: /"repo\/app:v1"/,
  },
  {
    about: 'scheme',
    breaks: withImage('https://repo.example.com/app:1'),
    at: '"https',
    says: /does not belong/,
    holds: withImage('repo.example.com:5000/app:1'),
    fix: /"repo\.example\.com\/app:1"/,
  },
  {
    about: 'case',
    breaks: withImage('shop/App:v1'),
    at: '"shop/App:v1"',
    says: /upper-case/,
    holds: withImage(`shop/app@${digest}`),
    fix: /"shop\/app:v1"/,
  },
  {
    about: 'digest',
    breaks: withImage(`shop/app@sha256:abc`),
    at: '"shop/app@sha256:abc"',
    says: /64 hexadecimal/,
    holds: withImage(`shop/app:1@${digest}`),
    fix: false,
  },
  {
    about: 'characters',
    breaks: withImage('shop/app:1?x'),
    at: '"shop/app:1?x"',
    says: /invalid characters: "\?"/,
    holds: withImage('shop/app:${TAG}'),
  },
  {
    about: 'two tags',
    breaks: fargateContainer({ image: 'nginx:1:2' }),
    at: '"nginx:1:2"',
    says: /more than one tag: "nginx:1:2"/,
    holds: fargateContainer({ image: 'localhost:5000/nginx:1' }),
    fix: false,
  },
  {
    about: 'a tag that begins with a hyphen',
    breaks: fargateContainer({ image: 'shop/web:-1' }),
    at: '"shop/web:-1"',
    says: /"-1" is not a tag/,
    holds: fargateContainer({ image: 'shop/web:1-' }),
    fix: false,
  },
  {
    about: 'an account of 11 digits',
    breaks: fargateContainer({ image: '12345678901.dkr.ecr.eu-central-1.amazonaws.com/web:1' }),
    at: '"12345678901.dkr.ecr.eu-central-1.amazonaws.com/web:1"',
    says: /12 digits; "12345678901" has 11/,
    holds: fargateContainer({}),
    fix: false,
  },
];
