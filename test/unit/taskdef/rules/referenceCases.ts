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

const mount = (sourceVolume: string, containerPath = '/data'): object => ({ sourceVolume, containerPath });
const mounted = (mountPoints: object[], volumes: object[] = [{ name: 'data' }]): object =>
  fargateContainer({ mountPoints }, { volumes });
const pair = (first: object, second: object = {}, task: object = {}): object =>
  ec2({
    containerDefinitions: [{ ...container, memory: 256, ...first }, sidecar({ memory: 128, ...second })],
    ...task,
  });
const waits = (condition: string, containerName = 'sidecar'): object => ({ dependsOn: [{ containerName, condition }] });
const check = { healthCheck: { command: ['CMD', '/check'] } };

export const cases: RuleCase[] = [
  c(
    'TD050',
    mounted([mount('dta')]),
    '"dta"',
    /Unknown volume 'dta' in container web; the volumes are: data/,
    mounted([mount('data')]),
    { fix: /"sourceVolume": "data"/ },
  ),
  c(
    'TD050',
    fargateContainer({ mountPoints: [mount('data')] }),
    '"data"',
    /has no volumes/,
    mounted([mount('${VOLUME}')]),
    { about: 'no volumes', fix: /"volumes": \[\s+\{\s+"name": "data"/ },
  ),
  c(
    'TD051',
    mounted([mount('data')], [{ name: 'data' }, { name: 'cache' }]),
    '"cache"',
    /No container mounts/,
    mounted([mount('data')]),
    { severity: 'hint' },
  ),
  c(
    'TD051',
    mounted([], [{ name: 'data', configuredAtLaunch: true }]),
    '"data"',
    /not referenced by any/,
    mounted([mount('data')], [{ name: 'data', configuredAtLaunch: true }]),
    { about: 'configured at launch', severity: 'error' },
  ),
  c('TD052', mounted([mount('data', 'data')]), '"data"', /no absolute path/, mounted([mount('data', '/data')]), {
    fix: /"containerPath": "\/data"/,
  }),
  c(
    'TD052',
    mounted([mount('data'), mount('data', '/data/')]),
    '"/data/"',
    /Two volumes/,
    mounted([mount('data'), mount('data', '/data2')]),
    { about: 'twice' },
  ),
  c('TD052', mounted([{ sourceVolume: 'data' }]), '"data"', /no containerPath/, mounted([mount('data')]), {
    about: 'missing',
    fix: /"containerPath": "\/data"/,
  }),
  c(
    'TD053',
    pair({ volumesFrom: [{ sourceContainer: 'sdecar' }] }),
    '"sdecar"',
    /Unknown container: 'sdecar'/,
    pair({ volumesFrom: [{ sourceContainer: 'sidecar' }] }),
    { fix: /"sourceContainer": "sidecar"/ },
  ),
  c(
    'TD054',
    fargate({ containerDefinitions: [{ ...container, links: ['sidecar'] }, sidecar()] }),
    '"links"',
    /Links are not supported when networkMode=awsvpc/,
    pair({ links: ['sidecar'] }),
    { fix: /^(?![^]*"links")/ },
  ),
  c(
    'TD055',
    pair({ links: ['db:database'] }),
    '"db:database"',
    /links to "db", which does not exist/,
    pair({ links: ['sidecar:database'] }),
    { fix: true },
  ),
  c('TD057', pair(waits('START'), waits('START', 'web')), '"sidecar"', /web → sidecar → web/, pair(waits('START')), {
    fix: true,
  }),
  c('TD057', ec2Container(waits('START', 'web')), '"web"', /waits for itself/, pair(waits('START')), {
    about: 'itself',
    fix: true,
  }),
  c(
    'TD057',
    pair({ links: ['sidecar'] }, waits('START', 'web')),
    '"sidecar"',
    /wait for each other/,
    pair({ links: ['sidecar'] }),
    { about: 'through a link' },
  ),
  c(
    'TD058',
    pair(waits('SUCCESS'), { essential: true }),
    '"SUCCESS"',
    /cannot be an essential container: sidecar is/,
    pair(waits('SUCCESS')),
    { fix: /"essential": false/ },
  ),
  c(
    'TD059',
    pair(waits('HEALTHY')),
    '"HEALTHY"',
    /must have health check configured: sidecar has none/,
    pair(waits('HEALTHY'), check),
    { fix: /"healthCheck"/ },
  ),
  c('TD05A', pair(waits('SUCCESS')), '"SUCCESS"', /stays PENDING/, pair({ ...waits('SUCCESS'), startTimeout: 60 }), {
    fix: /"startTimeout": 120/,
  }),
  c('TD056', pair(waits('START', '')), '""', /depends on ""/, pair(waits('START')), { about: 'an empty name' }),
  c('TD052', mounted([mount('data', '/')]), '"/"', /Nothing can be mounted at \//, mounted([mount('data', '/srv')]), {
    about: 'the root',
    fix: false,
  }),
  c(
    'TD050',
    mounted([{ containerPath: '/data' }]),
    '{',
    /mount point in container web names no volume/,
    mounted([mount('data')]),
    {
      about: 'no name',
      fix: false,
    },
  ),
  c(
    'TD053',
    pair({ volumesFrom: [{ readOnly: true }] }),
    '{',
    /volumesFrom of container web names no container/,
    pair({ volumesFrom: [{ sourceContainer: 'sidecar' }] }),
    {
      about: 'no name',
      fix: false,
    },
  ),
  c('TD055', pair({ links: [''] }), '""', /names no container/, pair({ links: ['sidecar'] }), {
    about: 'an empty name',
    fix: true,
  }),
];
