import {
  container,
  ec2,
  ec2Container,
  fargate,
  fargateContainer,
  ruleCase as c,
  type RuleCase,
  sidecar,
} from './ruleCase.ts';

const options = container.logConfiguration.options;
const log = (logDriver: string, driverOptions: object = {}, more: object = {}): object =>
  fargateContainer({ logConfiguration: { logDriver, options: driverOptions, ...more } });
const ec2Log = (logDriver: string, driverOptions: object = {}, more: object = {}): object =>
  ec2Container({ logConfiguration: { logDriver, options: driverOptions, ...more } });
const awslogs = (changes: object): object => log('awslogs', { ...options, ...changes });
const firelens = { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'firehose' } } };
const router = (changes: object = {}): object =>
  sidecar({
    name: 'log_router',
    essential: true,
    user: '0',
    memoryReservation: 64,
    firelensConfiguration: { type: 'fluentbit' },
    ...changes,
  });
const routed = (changes: object = {}, app: object = firelens): object =>
  fargate({ containerDefinitions: [{ ...container, ...app }, router(changes)] });
const routerOptions = (changes: object): object =>
  routed({ firelensConfiguration: { type: 'fluentbit', options: changes } });
const secret = { name: 'splunk-token', valueFrom: 'arn:aws:ssm:eu-central-1:123456789012:parameter/token' };

export const cases: RuleCase[] = [
  c(
    'TD080',
    fargateContainer(firelens),
    '"awsfirelens"',
    /firelens configuration object must be configured/,
    routed(),
    { fix: /"firelensConfiguration"/ },
  ),
  c(
    'TD081',
    routed({}, {}),
    '"firelensConfiguration"',
    /at least one container has to be configured with the awsfirelens/,
    routed(),
  ),
  c(
    'TD082',
    log('json-file'),
    '"json-file"',
    /not a valid log driver for FARGATE\. Must be one of \[awslogs, splunk, awsfirelens\]/,
    ec2Log('json-file'),
    { fix: true },
  ),
  c(
    'TD084',
    awslogs({ 'awslogs-stream-prefix': undefined }),
    '"options"',
    /Fargate requires log configuration options to include/,
    fargate(),
    { fix: /"awslogs-stream-prefix": "ecs"/ },
  ),
  c(
    'TD084',
    ec2Log('awslogs', { ...options, 'awslogs-stream-prefix': undefined }),
    '"options"',
    /hard to find/,
    ec2(),
    { about: 'EC2', severity: 'hint' },
  ),
  c(
    'TD085',
    awslogs({ log_group_name: 'x' }),
    '"log_group_name"',
    /disallows options: log_group_name/,
    awslogs({ mode: 'non-blocking', 'awslogs-create-group': 'true' }),
    { fix: true },
  ),
  c(
    'TD085',
    awslogs({ 'awslogs-group': undefined, 'awslog-group': 'x' }),
    '"awslog-group"',
    /Did you mean awslogs-group/,
    routed(),
    { about: 'misspelt', fix: /"awslogs-group": "x"/ },
  ),
  c(
    'TD086',
    awslogs({ 'awslogs-datetime-format': '%Y-%m-%d', 'awslogs-multiline-pattern': '^x' }),
    '"awslogs-multiline-pattern"',
    /cannot be configured together/,
    awslogs({ 'awslogs-multiline-pattern': '^x' }),
    { fix: true },
  ),
  c(
    'TD087',
    awslogs({ 'awslogs-group': 'my group' }),
    '"my group"',
    /no name of a log group/,
    awslogs({ 'awslogs-group': '/my/group.1#a_b' }),
    { fix: /"my-group"/ },
  ),
  c(
    'TD088',
    awslogs({ 'awslogs-region': 'us-east' }),
    '"us-east"',
    /no Region/,
    awslogs({ 'awslogs-region': 'us-gov-west-1' }),
    { fix: /"us-east-\d"/ },
  ),
  c('TD088', awslogs({ 'awslogs-region': 'eu-central-1a' }), '"eu-central-1a"', /no Region/, fargate(), {
    about: 'a zone',
    fix: /"awslogs-region": "eu-central-1"/,
  }),
  c(
    'TD089',
    awslogs({ mode: 'async' }),
    '"async"',
    /blocking or non-blocking/,
    awslogs({ mode: 'non-blocking', 'max-buffer-size': '25m' }),
    { fix: /"mode": "non-blocking"/ },
  ),
  c(
    'TD089',
    awslogs({ 'max-buffer-size': '25MB' }),
    '"25MB"',
    /no buffer size/,
    awslogs({ 'max-buffer-size': '1048576' }),
    { about: 'size' },
  ),
  c(
    'TD08B',
    log('splunk', { 'splunk-url': 'https://splunk.example.com' }),
    '"options"',
    /lacks splunk-token/,
    log('splunk', { 'splunk-url': 'https://splunk.example.com' }, { secretOptions: [secret] }),
  ),
  c(
    'TD08C',
    routerOptions({ 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::b/a.conf' }),
    '"s3"',
    /does not support FirelensConfiguration config file from 's3'/,
    routerOptions({ 'config-file-type': 'file', 'config-file-value': '/a.conf' }),
    { fix: /"file"/ },
  ),
  c(
    'TD08C',
    ec2({
      containerDefinitions: [
        { ...container, memory: 256, ...firelens },
        router({
          firelensConfiguration: {
            type: 'fluentbit',
            options: { 'config-file-type': 's3', 'config-file-value': 's3://b/a' },
          },
        }),
      ],
    }),
    '"s3://b/a"',
    /Invalid arn syntax/,
    ec2({
      containerDefinitions: [
        { ...container, memory: 256, ...firelens },
        router({
          firelensConfiguration: {
            type: 'fluentbit',
            options: { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::b/a' },
          },
        }),
      ],
    }),
    { about: 'on EC2' },
  ),
  c(
    'TD08D',
    routerOptions({ 'config-file-type': 'file', 'config-file-value': '/fluent-bit/etc/fluent-bit.conf' }),
    '"/fluent-bit/etc',
    /overwrites/,
    routerOptions({
      'enable-ecs-log-metadata': 'true',
      'config-file-type': 'file',
      'config-file-value': '/extra.conf',
    }),
    { fix: /"\/extra\.conf"/ },
  ),
  c(
    'TD08D',
    routerOptions({ 'enable-ecs-log-metadata': 'yes' }),
    '"yes"',
    /"true" or "false"/,
    routerOptions({ 'enable-ecs-log-metadata': 'false' }),
    { about: 'metadata', fix: /"true"/ },
  ),
  c('TD08E', routed(firelens), '"awsfirelens"', /feed its own output to itself/, routed(), { fix: true }),
  c('TD08F', routed({ essential: false }), 'false', /all logs are lost silently/, routed()),
  c(
    'TD08G',
    routed({}, { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'datadog', apikey: 'abc123' } } }),
    '"abc123"',
    /apikey stands here in plain text/,
    routed({}, { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'datadog', apikey: '${KEY}' } } }),
  ),
  c('TD08H', fargateContainer({ logConfiguration: undefined }), '"web"', /output is lost/, fargate(), {
    fix: /"logDriver": "awslogs"/,
  }),
  c(
    'TD08I',
    log('splunk', { 'splunk-url': 'https://s' }, { secretOptions: [secret, { ...secret, name: 'splunk-tokn' }] }),
    '"splunk-tokn"',
    /no option splunk-tokn/,
    log('splunk', { 'splunk-url': 'https://s' }, { secretOptions: [secret] }),
    { fix: /"splunk-token"/ },
  ),
  c(
    'TD08J',
    fargate({
      containerDefinitions: [
        { ...container, logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'stdout' } } },
        sidecar({ name: 'router', firelensConfiguration: { type: 'fluentbit' } }),
        sidecar({ name: 'second', firelensConfiguration: { type: 'fluentd' } }),
      ],
    }),
    '"firelensConfiguration"',
    /Container router is the log router already; second cannot/,
    fargate({
      containerDefinitions: [
        { ...container, logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'stdout' } } },
        sidecar({ name: 'router', firelensConfiguration: { type: 'fluentbit' } }),
      ],
    }),
  ),
  c(
    'TD089',
    fargateContainer({
      logConfiguration: {
        logDriver: 'awslogs',
        options: { ...container.logConfiguration.options, 'awslogs-create-group': 'yes' },
      },
    }),
    '"yes"',
    /"yes" is neither true nor false/,
    fargateContainer({
      logConfiguration: {
        logDriver: 'awslogs',
        options: { ...container.logConfiguration.options, 'awslogs-create-group': 'true' },
      },
    }),
    { about: 'whether the group is made', fix: false },
  ),
];
