import { ec2Container, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ command: ['npm run start'] }),
    at: '"npm run start"',
    says: /taken for the name of a program.* works only where the entry point of the image is a shell/,
    holds: fargateContainer({ command: ['npm', 'run', 'start'] }),
    fix: /"npm",\s+"run",\s+"start"/,
  },
  {
    about: 'what a shell alone understands',
    breaks: ec2Container({ command: ['apt-get update && apt-get -y install x; php-fpm'] }),
    at: '"apt-get update',
    says: /one word/,
    holds: ec2Container({ entryPoint: ['sh', '-c'], command: ['apt-get update && apt-get -y install x; php-fpm'] }),
    fix: /"sh", "-c", "apt-get update && apt-get -y install x; php-fpm"/,
  },
  {
    about: 'as the entry point',
    breaks: fargateContainer({ entryPoint: ['sh -c'], command: ['npm start'] }),
    at: '"sh -c"',
    says: /"sh …" is one word, so all of it is taken for the name of a program\.$/,
    holds: fargateContainer({ entryPoint: ['powershell', '-Command'], command: ['New-Item -Path C:\\a -Type file'] }),
    fix: /"sh",\s+"-c"/,
  },
  {
    about: 'several options',
    breaks: fargateContainer({ command: ['--port=80 --verbose'] }),
    at: '"--port=80 --verbose"',
    says: /single option/,
    holds: fargateContainer({ command: ['Hello World'] }),
    fix: /"--port=80",\s+"--verbose"/,
  },
  {
    about: 'behind a program that is no shell',
    breaks: fargateContainer({ entryPoint: ['/entrypoint.sh'], command: ['npm start'] }),
    at: '"npm start"',
    says: /\/entrypoint\.sh gets all of it as a single argument/,
    holds: fargateContainer({ entryPoint: ['python', '-c'], command: ['import app; app.run()'] }),
    fix: /"npm",\s+"start"/,
  },
  {
    about: 'a variable before it',
    breaks: fargateContainer({ command: ['PORT=80 node server.js'] }),
    at: '"PORT=80 node',
    says: /one word/,
    holds: fargateContainer({ command: ['{{ must_env `COMMAND` }}'] }),
    fix: /"sh", "-c", "PORT=80 node server.js"/,
  },
  {
    about: 'commas, as in the form of the console',
    breaks: fargateContainer({ command: ['sh,-c,npm run migrate && npm start'] }),
    at: '"sh,-c,npm',
    says: /"sh, …" is one word.*commas part words in the console alone/,
    holds: fargateContainer({ command: ['--hosts', 'a,b'] }),
    fix: /"sh",\s+"-c",\s+"npm run migrate && npm start"/,
  },
];
