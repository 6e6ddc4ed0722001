import { container, ec2, ec2Container, fargate, fargateContainer, ruleCase as c, type RuleCase } from './ruleCase.ts';

const plain = { ...container, image: 'public.ecr.aws/nginx/nginx:1.27', logConfiguration: undefined };
const withoutRole = (changes: object = {}): object =>
  fargate({ executionRoleArn: undefined, containerDefinitions: [{ ...plain, ...changes }] });
const ec2WithoutRole = (changes: object = {}): object =>
  ec2({ executionRoleArn: undefined, containerDefinitions: [{ ...plain, memory: 256, ...changes }] });
const parameter = 'arn:aws:ssm:eu-central-1:123456789012:parameter/a';
const secretArn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf';
const secrets = (valueFrom: string): object => fargateContainer({ secrets: [{ name: 'A', valueFrom }] });
const variables = (...environment: object[]): object => fargateContainer({ environment });
const variable = (name: string, value: string): object => variables({ name, value });
const files = (value: string): object => fargateContainer({ environmentFiles: [{ type: 's3', value }] });

export const cases: RuleCase[] = [
  c('TD070', withoutRole({ image: container.image }), '"123456789012.dkr.ecr', /to support ECR images/, withoutRole(), {
    fix: /"executionRoleArn": "arn:aws:iam::123456789012:role/,
  }),
  c(
    'TD070',
    withoutRole({ image: '123456789012.dkr-ecr.eu-central-1.on.aws/web:1' }),
    '"123456789012.dkr-ecr',
    /ECR images/,
    ec2WithoutRole({ image: container.image }),
    { about: 'dual-stack' },
  ),
  c(
    'TD071',
    withoutRole({ logConfiguration: container.logConfiguration }),
    '"awslogs"',
    /to support log driver awslogs/,
    ec2WithoutRole({ logConfiguration: container.logConfiguration }),
    { fix: /"executionRoleArn"/ },
  ),
  c(
    'TD072',
    ec2WithoutRole({ secrets: [{ name: 'A', valueFrom: parameter }] }),
    '"secrets"',
    /must also specify a value for 'executionRoleArn'/,
    ec2Container({ secrets: [{ name: 'A', valueFrom: parameter }] }),
    { fix: /"executionRoleArn"/ },
  ),
  c(
    'TD073',
    ec2WithoutRole({ repositoryCredentials: { credentialsParameter: secretArn } }),
    '"repositoryCredentials"',
    /Private repository authentication requires/,
    ec2Container({ image: 'registry.example.com/a:1', repositoryCredentials: { credentialsParameter: secretArn } }),
    { fix: true },
  ),
  c(
    'TD074',
    variables({ name: 'PORT', value: '1' }, { name: 'PORT', value: '2' }),
    '"PORT"',
    /the last one wins/,
    variables({ name: 'PORT', value: '1' }, { name: 'port', value: '2' }),
    { fix: /"value": "2"/ },
  ),
  c(
    'TD075',
    fargateContainer({
      secrets: [
        { name: 'A', valueFrom: parameter },
        { name: 'A', valueFrom: secretArn },
      ],
    }),
    '"A"',
    /Duplicate secret names found: A/,
    fargateContainer({
      secrets: [
        { name: 'A', valueFrom: parameter },
        { name: 'B', valueFrom: secretArn },
      ],
    }),
    { fix: true },
  ),
  c(
    'TD076',
    fargateContainer({ secrets: [{ name: 'A', valueFrom: parameter }], environment: [{ name: 'A', value: 'x' }] }),
    '"A"',
    /not shared with any environment variables/,
    fargateContainer({ secrets: [{ name: 'A', valueFrom: parameter }], environment: [{ name: 'B', value: 'x' }] }),
    { fix: /"environment": \[\]/ },
  ),
  c('TD077', variable('KEY', `AKIA${'A1'.repeat(8)}`), '"AKIA', /AWS access key id/, variable('KEY', 'AKIAEXAMPLE')),
  c(
    'TD078',
    variable('DATABASE', 'postgres://u:hunter22@db/x'),
    '"postgres',
    /password in an address/,
    variable('DATABASE', 'postgres://db/x'),
  ),
  c(
    'TD079',
    variable('DB_PASSWORD', 'correct-horse'),
    '"correct-horse"',
    /DB_PASSWORD stands here in plain text/,
    variable('DB_PASSWORD_FILE', 'correct-horse'),
  ),
  c(
    'TD07A',
    secrets('arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf::'),
    '"arn:aws:secretsmanager',
    /no colons or three .*this has 2/,
    secrets(`${secretArn}:password::`),
    { fix: /db-AbCdEf:::"/ },
  ),
  c(
    'TD07A',
    secrets('arn:aws:ssm:eu-central-1:123456789012:parameter//a'),
    '"arn:aws:ssm',
    /one slash/,
    secrets('/shop/a'),
    { about: 'two slashes', fix: /parameter\/a"/ },
  ),
  c(
    'TD07A',
    secrets('arn:aws:s3:::bucket/a'),
    '"arn:aws:s3',
    /ARN of s3 holds no secret/,
    secrets('arn:aws:ssm:eu-central-1:ACCOUNT_ID:parameter//a'),
    { about: 'another service' },
  ),
  c(
    'TD07A',
    secrets('shop/database'),
    '"shop/database"',
    /begins with a slash, "\/shop\/database"/,
    secrets('shop.database'),
    {
      about: 'a path without its slash',
    },
  ),
  c(
    'TD07B',
    secrets('arn:aws:secretsmanager:eu-central-1:123456789012:secret:database'),
    '"arn:aws',
    /not the full ARN/,
    secrets(secretArn),
  ),
  c(
    'TD07C',
    secrets('arn:aws:ssm:us-east-1:123456789012:parameter/a'),
    '"arn:aws:ssm:us-east-1',
    /in us-east-1, while most of the file is in eu-central-1/,
    secrets(parameter),
  ),
  c('TD07D', files('s3://b/a.env'), '"s3://b/a.env"', /Invalid arn syntax/, files('arn:aws:s3:::b/a.env'), {
    fix: /"arn:aws:s3:::b\/a\.env"/,
  }),
  c('TD07D', files('arn:aws:s3:::b/a.txt'), '"arn:aws:s3', /extension \.env/, files('arn:aws:s3:::b/c/a.env'), {
    about: 'extension',
  }),
  c(
    'TD07D',
    fargateContainer({
      environmentFiles: Array.from({ length: 11 }, () => ({ type: 's3', value: 'arn:aws:s3:::b/a.env' })),
    }),
    '[',
    /exceeded: 11/,
    fargateContainer({
      environmentFiles: Array.from({ length: 10 }, () => ({ type: 's3', value: 'arn:aws:s3:::b/a.env' })),
    }),
    { about: 'too many' },
  ),
  c('TD07E', variable('A=B', 'x'), '"A=B"', /has no =/, variable('A_B', 'x'), { fix: /"name": "A"/ }),
  c('TD07E', variable('', 'x'), '""', /empty name/, variable('X', ''), { about: 'empty', fix: true }),
  c(
    'TD07F',
    variable('AWS_ACCESS_KEY_ID', 'x'),
    '"AWS_ACCESS_KEY_ID"',
    /wins over the task role/,
    variable('AWS_REGION', 'x'),
    { fix: true },
  ),
  c(
    'TD07G',
    fargateContainer({ repositoryCredentials: { credentialsParameter: secretArn } }),
    '"repositoryCredentials"',
    /ECR images are pulled with the execution role/,
    fargateContainer({
      image: 'registry.example.com/a:1',
      repositoryCredentials: { credentialsParameter: 'my-secret' },
    }),
    { fix: true },
  ),
  c(
    'TD07A',
    fargateContainer({
      secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:eu-central-1:123456789012:parameter/db:password::' }],
    }),
    '"arn:aws:ssm:eu-central-1:123456789012:parameter/db:password::"',
    /A parameter has no JSON keys/,
    fargateContainer({ secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:eu-central-1:123456789012:parameter/db:3' }] }),
    { about: 'a JSON key behind a parameter', fix: false },
  ),
  c(
    'TD07A',
    fargateContainer({ secrets: [{ name: 'A', valueFrom: '/shop/db ' }] }),
    '"/shop/db "',
    /has blanks around it/,
    fargateContainer({ secrets: [{ name: 'A', valueFrom: '/shop/db' }] }),
    { about: 'a blank behind it', fix: /"valueFrom": "\/shop\/db"/ },
  ),
  c(
    'TD07E',
    fargateContainer({ secrets: [{ name: '', valueFrom: '/shop/db' }] }),
    '""',
    /A secret of container web has an empty name/,
    fargateContainer({ secrets: [{ name: 'DB', valueFrom: '/shop/db' }] }),
    { about: 'a secret', fix: false },
  ),
  c(
    'TD07E',
    fargateContainer({ secrets: [{ name: 'DB=x', valueFrom: '/shop/db' }] }),
    '"DB=x"',
    /the name of a variable has no =/,
    fargateContainer({ secrets: [{ name: 'DB', valueFrom: '/shop/db' }] }),
    { about: 'a secret with =', fix: false },
  ),
];
