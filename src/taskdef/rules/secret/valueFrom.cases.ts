import { secretArn, secretFrom } from '../../rule/exampleContainers.ts';
import { fargateContainer } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: secretFrom('arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf::'),
    at: '"arn:aws:secretsmanager',
    says: /no colons or three .*this has 2/,
    holds: secretFrom(`${secretArn}:password::`),
    fix: /db-AbCdEf:::"/,
  },
  {
    about: 'two slashes',
    breaks: secretFrom('arn:aws:ssm:eu-central-1:123456789012:parameter//a'),
    at: '"arn:aws:ssm',
    says: /one slash/,
    holds: secretFrom('/shop/a'),
    fix: /parameter\/a"/,
  },
  {
    about: 'another service',
    breaks: secretFrom('arn:aws:s3:::bucket/a'),
    at: '"arn:aws:s3',
    says: /ARN of s3 holds no secret/,
    holds: secretFrom('arn:aws:ssm:eu-central-1:ACCOUNT_ID:parameter//a'),
  },
  {
    about: 'a path without its slash',
    breaks: secretFrom('shop/database'),
    at: '"shop/database"',
    says: /begins with a slash, "\/shop\/database"/,
    holds: secretFrom('shop.database'),
  },
  {
    about: 'a JSON key behind a parameter',
    breaks: fargateContainer({
      secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:eu-central-1:123456789012:parameter/db:password::' }],
    }),
    at: '"arn:aws:ssm:eu-central-1:123456789012:parameter/db:password::"',
    says: /A parameter has no JSON keys/,
    holds: fargateContainer({
      secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:eu-central-1:123456789012:parameter/db:3' }],
    }),
    fix: false,
  },
  {
    about: 'a blank behind it',
    breaks: fargateContainer({ secrets: [{ name: 'A', valueFrom: '/shop/db ' }] }),
    at: '"/shop/db "',
    says: /has blanks around it/,
    holds: fargateContainer({ secrets: [{ name: 'A', valueFrom: '/shop/db' }] }),
    fix: /"valueFrom": "\/shop\/db"/,
  },
];
