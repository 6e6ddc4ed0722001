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

const windows = (changes: object = {}, containerChanges: object = {}): object =>
  fargate({
    cpu: '1024',
    memory: '2048',
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
    containerDefinitions: [
      {
        ...container,
        user: undefined,
        readonlyRootFilesystem: undefined,
        linuxParameters: undefined,
        ...containerChanges,
      },
    ],
    ...changes,
  });
const windowsEc2 = (changes: object = {}): object =>
  windows({ requiresCompatibilities: ['EC2'], cpu: undefined, memory: undefined, ...changes }, { memory: 512 });
const managed = (changes: object = {}): object =>
  fargate({ requiresCompatibilities: ['MANAGED_INSTANCES'], ...changes });
const external = (changes: object = {}): object => ec2({ requiresCompatibilities: ['EXTERNAL'], ...changes });
const pair = (first: object, second: object, task: object = {}): object =>
  fargate({ containerDefinitions: [{ ...container, ...first }, sidecar(second)], ...task });

export const cases: RuleCase[] = [
  c('TD025', windows({ cpu: '512', memory: '2048' }), '"512"', /1024, 2048 or 4096 CPU units, not 512/, windows(), {
    fix: /"cpu": "1024"/,
  }),
  c('TD026', ec2({ cpu: '96' }), '"96"', /a task has 128 to 196608/, ec2({ cpu: '128' }), { fix: /"cpu": "128"/ }),
  c('TD026', ec2({ cpu: '200000' }), '"200000"', /196608/, ec2({ cpu: '192 vCPU' }), {
    about: 'too much',
    fix: /"cpu": "196608"/,
  }),
  c(
    'TD027',
    windows({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2004_CORE' } }),
    '"WINDOWS_SERVER_2004_CORE"',
    /Fargate does not run/,
    windows({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2025_FULL' } }),
    { fix: /WINDOWS_SERVER_2022_CORE/ },
  ),
  c(
    'TD028',
    windows({ runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
    '"ARM64"',
    /no Windows on ARM64/,
    fargate({ runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } }),
    { fix: /"X86_64"/ },
  ),
  c('TD029', fargate({ runtimePlatform: undefined }), '"FARGATE"', /runs on LINUX\/X86_64/, ec2(), {
    fix: /"operatingSystemFamily": "LINUX"/,
  }),
  c(
    'TD02A',
    managed({ networkMode: 'bridge' }),
    '"bridge"',
    /awsvpc or host, not bridge/,
    managed({ networkMode: 'host' }),
    { fix: /"awsvpc"/ },
  ),
  c(
    'TD02A',
    managed({ volumes: [{ name: 'a', dockerVolumeConfiguration: { scope: 'task' } }] }),
    '"dockerVolumeConfiguration"',
    /no Docker volumes/,
    managed({ volumes: [{ name: 'a' }] }),
    { about: 'Docker volume' },
  ),
  c('TD02B', external({ networkMode: 'awsvpc' }), '"awsvpc"', /not awsvpc/, external(), { fix: /"bridge"/ }),
  c(
    'TD02B',
    external({ volumes: [{ name: 'a', efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }] }),
    '"efsVolumeConfiguration"',
    /cannot mount EFS/,
    ec2({ volumes: [{ name: 'a', efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }] }),
    { about: 'EFS' },
  ),
  c('TD02C', fargate({ requiresCompatibilities: ['EC2', 'FARGATE'] }), '"EC2"', /must fit both/, fargate()),
  c(
    'TD02D',
    windowsEc2({ networkMode: 'bridge' }),
    '"bridge"',
    /Windows has no network mode bridge/,
    windowsEc2({ networkMode: undefined }),
    { fix: /^(?![^]*networkMode)/ },
  ),
  c(
    'TD030',
    fargateContainer({ essential: false }),
    'false',
    /doesn't have any essential container/,
    pair({}, { essential: false }),
    { fix: /"essential": true/ },
  ),
  c(
    'TD031',
    pair({ cpu: 200 }, { cpu: 100 }),
    '"256"',
    /300 CPU units \(web 200, sidecar 100\), more than the 256/,
    pair({ cpu: 200 }, { cpu: 56 }),
    { fix: /"cpu": "512",\s+"memory": "1024"/ },
  ),
  c(
    'TD032',
    fargateContainer({ memory: 1024 }),
    '1024',
    /'memory' setting for container 'web' is greater than for the task: 1024 of 512/,
    fargateContainer({ memory: 512 }),
    { fix: /"memory": "1024"/ },
  ),
  c(
    'TD032',
    fargateContainer(
      { memory: 1024 },
      {
        cpu: '256',
        memory: '2048',
        containerDefinitions: [{ ...container, memoryReservation: 9000 }],
      },
    ),
    '9000',
    /'memoryReservation' setting/,
    fargateContainer({ memoryReservation: 512 }),
    { about: 'reserved, needs more CPU', fix: /"cpu": "2048",[^]*"memory": "9216"/ },
  ),
  c(
    'TD033',
    pair({ memoryReservation: 400 }, { memory: 200 }),
    '"512"',
    /reserve 600 MiB \(web 400, sidecar 200\)/,
    pair({ memory: 500, memoryReservation: 300 }, { memory: 500, memoryReservation: 212 }),
    { fix: /"memory": "1024"/ },
  ),
  c(
    'TD034',
    ec2Container({ memory: 128, memoryReservation: 256 }),
    '256',
    /must be greater than or equal/,
    ec2Container({ memory: 128, memoryReservation: 128 }),
    { fix: /"memory": 256,[^]*"memoryReservation": 128/ },
  ),
  c(
    'TD035',
    ec2Container({ memory: undefined }),
    '"web"',
    /At least one of 'memory' or 'memoryReservation'/,
    ec2Container({ memory: undefined }, { memory: '512' }),
    { fix: /"memory": 256/ },
  ),
  c('TD036', ec2Container({ memory: 4 }), '4', /the least is 6/, ec2Container({ memory: 6 }), { fix: /"memory": 6/ }),
  c(
    'TD037',
    ec2Container({ memory: undefined, memoryReservation: 128 }),
    '128',
    /no hard limit/,
    ec2Container({ memory: 256, memoryReservation: 128 }),
    { fix: /"memory": 256/ },
  ),
  c('TD038', windowsEc2({ cpu: '1024' }), '"cpu"', /ignored for Windows containers on EC2/, windows()),
  c('TD0B3', windows({}, { user: 'app' }), '"user"', /Windows containers do not support it/, windows(), {
    fix: /^(?![^]*"user")/,
  }),
  c(
    'TD0B8',
    windows({}, { environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/a.env' }] }),
    '"environmentFiles"',
    /do not support environment files/,
    fargateContainer({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/a.env' }] }),
    { fix: true },
  ),
  c(
    'TD04D',
    windows({}, { portMappings: [{ containerPort: 3150 }] }),
    '3150',
    /reserved on Windows/,
    fargateContainer({ portMappings: [{ containerPort: 3150 }] }),
  ),
  c(
    'TD032',
    fargate({ containerDefinitions: [{ ...container, memory: 1024 }, sidecar({ memory: 512 })] }),
    '1024',
    /1024 of 512 MiB/,
    fargate({ memory: '2048', containerDefinitions: [{ ...container, memory: 1024 }, sidecar({ memory: 512 })] }),
    { about: 'the others need memory too', fix: /"memory": "2048"/ },
  ),
];
