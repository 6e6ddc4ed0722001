import { secretArn, secretFrom } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

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
    holds: secretFrom('arn:aws:ssm:eu-central-1:ACCOUNT_ID:parameter/a'),
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
  {
    about: 'two colons behind what is written, with Region and account still open',
    breaks: secretFrom('arn:aws:secretsmanager:REGION:ACCOUNT_ID:secret:api/database-url::'),
    at: '"arn:aws:secretsmanager',
    says: /no colons or three .*this has 2/,
    holds: secretFrom('arn:aws:secretsmanager:REGION:ACCOUNT_ID:secret:api/database-url:password::'),
    fix: /database-url:::"/,
  },
  {
    about: 'two colons behind a name that is open, and may have one itself',
    breaks: secretFrom('arn:aws:secretsmanager:eu-central-1:123456789012:secret:${NAME}::'),
    at: '"arn:aws:secretsmanager',
    severity: 'warning',
    says: /this has 2/,
    holds: secretFrom('arn:aws:secretsmanager:eu-central-1:123456789012:secret:${NAME}'),
    fix: false,
  },
  {
    about: 'another service, with the rest open',
    breaks: secretFrom('arn:aws:s3:::${BUCKET}/${KEY}'),
    at: '"arn:aws:s3',
    says: /ARN of s3 holds no secret/,
    holds: secretFrom('arn:${PARTITION}:${SERVICE}:${REGION}:${ACCOUNT}:${RESOURCE}'),
    fix: false,
  },
  {
    about: 'a resource of another type',
    breaks: secretFrom('arn:aws:secretsmanager:${REGION}:${ACCOUNT}:parameter/${NAME}'),
    at: '"arn:aws:secretsmanager',
    says: /goes on with "secret:"/,
    holds: secretFrom('arn:aws:ssm:${REGION}:${ACCOUNT}:parameter${NAME}'),
    fix: false,
  },
  {
    about: 'no account, with the Region open',
    breaks: secretFrom('arn:aws:ssm:${REGION}::parameter/a'),
    at: '"arn:aws:ssm',
    says: /no Region and account/,
    holds: secretFrom('{{ must_env `SECRET_ARN` }}:password::'),
    fix: false,
  },
  {
    about: 'two slashes, with the account open',
    breaks: secretFrom('arn:aws:ssm:eu-central-1:ACCOUNT_ID:parameter//a'),
    at: '"arn:aws:ssm',
    says: /one slash/,
    holds: secretFrom('arn:aws:ssm:eu-central-1:my-account:parameter/a'),
    fix: /ACCOUNT_ID:parameter\/a"/,
  },
];
