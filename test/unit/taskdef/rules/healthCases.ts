import { ec2Container, fargateContainer, ruleCase as c, type RuleCase } from './ruleCase.ts';

const check = (command: string[], more: object = {}): object => fargateContainer({ healthCheck: { command, ...more } });
const timed = (more: object): object => check(['CMD', '/check'], more);
const image = (name: string, ...command: string[]): object =>
  fargateContainer({ image: name, healthCheck: { command } });
const restart = (more: object): object => fargateContainer({ restartPolicy: { enabled: true, ...more } });

export const cases: RuleCase[] = [
  c(
    'TD090',
    check(['curl -f http://127.0.0.1/ || exit 1']),
    '"curl',
    /taken for the name of a program/,
    check(['CMD-SHELL', 'curl -f http://127.0.0.1/ || exit 1']),
    { fix: /"CMD-SHELL", "curl/ },
  ),
  c(
    'TD090',
    check(['CMD-SHELL, curl -f http://127.0.0.1/ || exit 1']),
    '"CMD-SHELL, curl',
    /two texts of the list/,
    check(['CMD-SHELL', 'curl -f http://127.0.0.1/ || exit 1']),
    { about: 'in one text', fix: /"CMD-SHELL", "curl -f/ },
  ),
  c('TD090', check(['/healthcheck']), '"/healthcheck"', /CMD is assumed/, check(['CMD', '/healthcheck']), {
    about: 'a program',
    severity: 'hint',
  }),
  c('TD090', check(['cmd-shell', 'true']), '"cmd-shell"', /must be written CMD-SHELL/, check(['CMD-SHELL', 'true']), {
    about: 'case',
    fix: /"CMD-SHELL"/,
  }),
  c(
    'TD091',
    check(['CMD', 'curl -f http://127.0.0.1/ || exit 1']),
    '[ "CMD"',
    /runs a program without a shell/,
    check(['CMD', 'sh', '-c', 'curl -f http://127.0.0.1/ || exit 1']),
    { fix: /"CMD-SHELL", "curl -f/ },
  ),
  c(
    'TD091',
    check(['CMD-SHELL', 'curl', '-f', 'x']),
    '[ "CMD-SHELL"',
    /takes one line/,
    check(['CMD-SHELL', 'curl -f x']),
    { about: 'several', fix: /"curl -f x"/ },
  ),
  c('TD092', timed({ interval: 1 }), '1', /interval is 1; ECS accepts 5 to 300/, timed({ interval: 300 }), {
    fix: /"interval": 5/,
  }),
  c('TD092', timed({ retries: 11 }), '11', /1 to 10/, timed({ retries: 10, timeout: 2, startPeriod: 0 }), {
    about: 'retries',
    fix: /"retries": 10/,
  }),
  c('TD093', timed({ timeout: 30, interval: 10 }), '30', /they overlap/, timed({ timeout: 5, interval: 10 })),
  c(
    'TD094',
    image('web:1-alpine', 'CMD-SHELL', 'curl -f x'),
    '"curl',
    /has no curl unless/,
    image('web:1-alpine', 'CMD-SHELL', 'wget -q x'),
  ),
  c(
    'TD095',
    check(['CMD-SHELL', 'curl -f http://localhost:80/ || exit 1']),
    '"curl',
    /localhost may mean ::1/,
    check(['CMD-SHELL', 'curl -f http://127.0.0.1/ || exit 1']),
    { fix: /\/\/127\.0\.0\.1:80/ },
  ),
  c('TD096', fargateContainer({ stopTimeout: 300 }), '300', /at most 120/, ec2Container({ stopTimeout: 300 }), {
    fix: /"stopTimeout": 120/,
  }),
  c('TD096', ec2Container({ startTimeout: 1 }), '1', /least is 2/, fargateContainer({ startTimeout: 120 }), {
    about: 'too short',
    fix: /"startTimeout": 2/,
  }),
  c('TD097', restart({ restartAttemptPeriod: 30 }), '30', /60 to 1800/, restart({ restartAttemptPeriod: 60 }), {
    fix: /"restartAttemptPeriod": 60/,
  }),
  c(
    'TD098',
    fargateContainer({}),
    '"web"',
    /sends traffic to container web, which has no healthCheck/,
    check(['CMD', '/check']),
    {
      context: {
        siblings: {
          services: [{ file: 'ecs-service-def.json', loadBalancers: [{ containerName: 'web', containerPort: 8080 }] }],
        },
      },
    },
  ),
  c(
    'TD091',
    fargateContainer({ healthCheck: { command: ['CMD'] } }),
    '[ "CMD" ]',
    /CMD is followed by nothing to run/,
    fargateContainer({ healthCheck: { command: ['CMD', '/check'] } }),
    { about: 'nothing to run', fix: false },
  ),
];
