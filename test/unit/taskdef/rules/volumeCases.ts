import { container, ec2, fargate, fargateContainer, ruleCase as c, type RuleCase } from './ruleCase.ts';

const mountPoints = [{ sourceVolume: 'data', containerPath: '/data' }];
const volume = (definition: object, task: object = {}): object =>
  fargate({
    containerDefinitions: [{ ...container, mountPoints }],
    volumes: [{ name: 'data', ...definition }],
    ...task,
  });
const ec2Volume = (definition: object, task: object = {}): object =>
  ec2({
    containerDefinitions: [{ ...container, memory: 256, mountPoints }],
    volumes: [{ name: 'data', ...definition }],
    ...task,
  });
const efs = (changes: object): object =>
  volume({ efsVolumeConfiguration: { fileSystemId: 'fs-12345678', ...changes } });
const point = { accessPointId: 'fsap-1234567890abcdef0' };
const arn = 'arn:aws:s3files:eu-central-1:123456789012:file-system/fs-1';
const fsx = (changes: object = {}): object => ({
  fsxWindowsFileServerVolumeConfiguration: {
    fileSystemId: 'fs-0123456789abcdef0',
    rootDirectory: 'share',
    authorizationConfig: {
      credentialsParameter: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:ad-AbCdEf',
      domain: 'corp.example.com',
      ...changes,
    },
  },
});

export const cases: RuleCase[] = [
  c(
    'TD060',
    volume({ host: { sourcePath: '/x' } }),
    '"sourcePath"',
    /do not support sourcePath/,
    volume({ host: {} }),
    { fix: /^(?![^]*sourcePath)/ },
  ),
  c(
    'TD061',
    volume({ dockerVolumeConfiguration: { scope: 'task' } }),
    '"dockerVolumeConfiguration"',
    /do not support Docker volumes/,
    ec2Volume({ dockerVolumeConfiguration: { scope: 'task' } }),
    { fix: true },
  ),
  c(
    'TD062',
    efs({ authorizationConfig: { iam: 'ENABLED' } }),
    '"ENABLED"',
    /EFS IAM authorization requires TransitEncryption/,
    efs({ authorizationConfig: { iam: 'ENABLED' }, transitEncryption: 'ENABLED' }),
    { fix: /"transitEncryption": "ENABLED"/ },
  ),
  c(
    'TD062',
    efs({ authorizationConfig: point, transitEncryption: 'DISABLED' }),
    '"fsap-',
    /access point requires TransitEncryption/,
    efs({ authorizationConfig: point, transitEncryption: '${MODE}' }),
    { about: 'access point', fix: /"transitEncryption": "ENABLED"/ },
  ),
  c(
    'TD063',
    efs({ authorizationConfig: point, transitEncryption: 'ENABLED', rootDirectory: '/x' }),
    '"/x"',
    /must either be set to/,
    efs({ authorizationConfig: point, transitEncryption: 'ENABLED', rootDirectory: '/' }),
    { fix: /^(?![^]*rootDirectory)/ },
  ),
  c(
    'TD064',
    efs({ transitEncryptionPort: 2049 }),
    '2049',
    /TransitEncryptionPort requires/,
    efs({ transitEncryptionPort: 2049, transitEncryption: 'ENABLED' }),
    { fix: /"transitEncryption": "ENABLED"/ },
  ),
  c(
    'TD064',
    efs({ transitEncryptionPort: 70_000, transitEncryption: 'ENABLED' }),
    '70000',
    /ports are 0 to 65535/,
    efs({ transitEncryptionPort: 65_535, transitEncryption: 'ENABLED' }),
    { about: 'range' },
  ),
  c(
    'TD065',
    ec2Volume({ host: { sourcePath: '/x' }, efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }),
    '"efsVolumeConfiguration"',
    /has host, efsVolumeConfiguration/,
    ec2Volume({ host: {}, efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }),
    { fix: true },
  ),
  c(
    'TD066',
    fargateContainer({}, { volumes: [{ efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }] }),
    '"efsVolumeConfiguration"',
    /needs a name/,
    fargateContainer({}, { volumes: [{ name: 'd', efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }] }),
    { fix: /"name": "data"/ },
  ),
  c(
    'TD066',
    fargate({ volumes: [{ name: 'my.vol' }] }),
    '"my.vol"',
    /no valid volume name/,
    fargate({ volumes: [{ name: 'my-vol' }] }),
    { about: 'characters', fix: /"my-vol"/ },
  ),
  c(
    'TD066',
    fargate({ volumes: [{ name: 'a' }, { name: 'a' }] }),
    '"a"',
    /Two volumes are named/,
    fargate({ volumes: [{ name: 'a' }, { name: 'b' }] }),
    { about: 'twice' },
  ),
  c(
    'TD067',
    fargate({
      volumes: [
        { name: 'a', configuredAtLaunch: true },
        { name: 'b', configuredAtLaunch: true },
      ],
    }),
    '"configuredAtLaunch"',
    /at most one volume/,
    volume({ configuredAtLaunch: true }),
  ),
  c(
    'TD068',
    volume(
      {
        efsVolumeConfiguration: {
          fileSystemId: 'fs-12345678',
          transitEncryption: 'ENABLED',
          authorizationConfig: { iam: 'ENABLED' },
        },
      },
      { taskRoleArn: undefined },
    ),
    '"ENABLED"',
    /no taskRoleArn/,
    efs({ transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED' } }),
  ),
  c(
    'TD069',
    volume({ s3filesVolumeConfiguration: { fileSystemArn: arn } }, { taskRoleArn: undefined }),
    '"s3filesVolumeConfiguration"',
    /no taskRoleArn/,
    volume({ s3filesVolumeConfiguration: { fileSystemArn: arn } }),
  ),
  c(
    'TD069',
    volume({ s3filesVolumeConfiguration: { fileSystemArn: 'fs-1' } }),
    '"fs-1"',
    /no full ARN/,
    volume({ s3filesVolumeConfiguration: { fileSystemArn: arn } }),
    { about: 'ARN' },
  ),
  c('TD06A', volume(fsx()), '"fsxWindowsFileServerVolumeConfiguration"', /Fargate cannot mount/, ec2Volume(fsx())),
  c(
    'TD06A',
    ec2Volume(fsx({ domain: 'corp' })),
    '"corp"',
    /no fully qualified/,
    ec2Volume(fsx({ domain: 'corp.example' })),
    { about: 'domain' },
  ),
  c(
    'TD06B',
    ec2Volume({ dockerVolumeConfiguration: { scope: 'task', autoprovision: true } }),
    '"autoprovision"',
    /scope "shared" only/,
    ec2Volume({ dockerVolumeConfiguration: { scope: 'shared', autoprovision: true } }),
    { fix: true },
  ),
  c(
    'TD06C',
    efs({ fileSystemId: 'my-fs' }),
    '"my-fs"',
    /no EFS file system/,
    efs({ fileSystemId: 'fs-0123456789abcdef0' }),
  ),
  c(
    'TD06C',
    efs({ transitEncryption: 'ENABLED', authorizationConfig: { accessPointId: 'ap-1' } }),
    '"ap-1"',
    /no EFS access point/,
    efs({ transitEncryption: 'ENABLED', authorizationConfig: point }),
    { about: 'access point' },
  ),
  c(
    'TD06D',
    fargateContainer({ linuxParameters: undefined }),
    'true',
    /read-only root and nothing to write to/,
    volume({}),
    { fix: /"tmpfs"/ },
  ),
  c(
    'TD06E',
    ec2Volume({ host: { sourcePath: 'data' } }),
    '"data"',
    /"data" is no absolute path/,
    ec2Volume({ host: { sourcePath: '/data' } }),
    {
      fix: /"sourcePath": "\/data"/,
    },
  ),
  c('TD06E', efs({ rootDirectory: 'data' }), '"data"', /no absolute path/, efs({ rootDirectory: '/data' }), {
    about: 'in EFS',
    fix: /"rootDirectory": "\/data"/,
  }),
];
