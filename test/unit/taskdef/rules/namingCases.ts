import { container, ec2, fargate, fargateContainer, role, ruleCase as c, type RuleCase, sidecar } from './ruleCase.ts';

const image = (name: string): object => fargateContainer({ image: name });
const digest = `sha256:${'a'.repeat(64)}`;

export const cases: RuleCase[] = [
  c('TD017', image('repo/app:v1 '), '"repo/app:v1 "', /blanks around it/, image('repo/app:v1'), {
    fix: /"repo\/app:v1"/,
  }),
  c(
    'TD017',
    image('https://repo.example.com/app:1'),
    '"https',
    /does not belong/,
    image('repo.example.com:5000/app:1'),
    { about: 'scheme', fix: /"repo\.example\.com\/app:1"/ },
  ),
  c('TD017', image('shop/App:v1'), '"shop/App:v1"', /upper-case/, image(`shop/app@${digest}`), {
    about: 'case',
    fix: /"shop\/app:v1"/,
  }),
  c('TD017', image(`shop/app@sha256:abc`), '"shop/app@sha256:abc"', /64 hexadecimal/, image(`shop/app:1@${digest}`), {
    about: 'digest',
    fix: false,
  }),
  c('TD017', image('shop/app:1?x'), '"shop/app:1?x"', /invalid characters: "\?"/, image('shop/app:${TAG}'), {
    about: 'characters',
  }),
  c('TD019', fargate({ requiresCompatibilities: undefined }), '{', /only when a task is run/, fargate(), {
    fix: /"requiresCompatibilities": \["FARGATE"\]/,
  }),
  c(
    'TD01A',
    fargate({ taskRoleArn: 'arn:aws:iam::role/x' }),
    '"arn:aws:iam::role/x"',
    /no ARN of an IAM role/,
    fargate({ taskRoleArn: 'arn:aws-cn:iam::123456789012:role/path/x' }),
  ),
  c('TD01A', fargate({ taskRoleArn: '' }), '""', /empty; leave it out/, fargate({ taskRoleArn: 'my-role' }), {
    about: 'empty',
    fix: /^(?![^]*taskRoleArn)/,
  }),
  c(
    'TD01A',
    fargate({ executionRoleArn: 'ecsTaskExecutionRole' }),
    '"ecsTaskExecutionRole"',
    /bare role name/,
    fargate({ executionRoleArn: 'arn:aws:iam::ACCOUNT_ID:role/x' }),
    { about: 'a bare name', severity: 'hint' },
  ),
  c(
    'TD01C',
    fargate({ taskRoleArn: role('ecsTaskExecutionRole') }),
    '"arn:aws:iam',
    /task role is the execution role/,
    fargate(),
  ),
  c('TD01D', fargate({ tags: [] }), '[]', /Tags can not be empty/, fargate({ tags: [{ key: 'a', value: '' }] }), {
    fix: /^(?![^]*tags)/,
  }),
  c('TD01D', fargate({ tags: [] }), '[]', /Tags can not be empty/, fargate(), {
    about: 'with the GitHub action',
    severity: 'info',
    context: { tool: 'github-action' },
  }),
  c(
    'TD01D',
    fargate({ tags: [{ key: 'AWS:x', value: '1' }] }),
    '"AWS:x"',
    /reserved/,
    fargate({ tags: [{ key: 'aws-x', value: '1' }] }),
    { about: 'reserved', fix: true },
  ),
  c(
    'TD01D',
    fargate({
      tags: [
        { key: 'a', value: '1' },
        { key: 'a', value: '2' },
      ],
    }),
    '"a"',
    /used twice/,
    fargate({
      tags: [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' },
      ],
    }),
    { about: 'twice' },
  ),
  c(
    'TD01D',
    fargate({ tags: [{ key: 'k'.repeat(129), value: '1' }] }),
    '"kkk',
    /1 to 128/,
    fargate({ tags: [{ key: 'k'.repeat(128), value: '1' }] }),
    { about: 'length' },
  ),
  c(
    'TD01D',
    fargate({ tags: [{ key: 'a', value: 'x;y' }] }),
    '"x;y"',
    /letters, digits, blanks/,
    fargate({ tags: [{ key: 'ä b', value: 'x+y=z@w' }] }),
    { about: 'characters' },
  ),
  c(
    'TD01E',
    ec2({ enableFaultInjection: true }),
    'true',
    /awsvpc or host, not bridge/,
    fargate({ enableFaultInjection: true }),
  ),
  c(
    'TD017',
    fargateContainer({ image: 'nginx:1:2' }),
    '"nginx:1:2"',
    /more than one tag: "nginx:1:2"/,
    fargateContainer({ image: 'localhost:5000/nginx:1' }),
    {
      about: 'two tags',
      fix: false,
    },
  ),
  c(
    'TD01D',
    fargate({ tags: [{ value: 'shop' }] }),
    '"shop"',
    /A tag has a key/,
    fargate({ tags: [{ key: 'Service' }] }),
    {
      about: 'no key',
      fix: false,
    },
  ),
  c(
    'TD015',
    fargate({
      containerDefinitions: [
        { ...container, dependsOn: [{ containerName: 'side.car', condition: 'START' }] },
        sidecar({ name: 'side.car' }),
      ],
    }),
    '"side.car"',
    /no valid name/,
    fargate({
      containerDefinitions: [
        { ...container, dependsOn: [{ containerName: 'sidecar', condition: 'START' }] },
        sidecar({}),
      ],
    }),
    { about: 'what waits for it follows', fix: /"containerName": "side-car"/ },
  ),
  c(
    'TD017',
    fargateContainer({ image: 'shop/web:-1' }),
    '"shop/web:-1"',
    /"-1" is no tag/,
    fargateContainer({ image: 'shop/web:1-' }),
    {
      about: 'a tag that begins with a hyphen',
      fix: false,
    },
  ),
  c(
    'TD017',
    fargateContainer({ image: '12345678901.dkr.ecr.eu-central-1.amazonaws.com/web:1' }),
    '"12345678901.dkr.ecr.eu-central-1.amazonaws.com/web:1"',
    /12 digits; "12345678901" has 11/,
    fargateContainer({}),
    { about: 'an account of 11 digits', fix: false },
  ),
];
