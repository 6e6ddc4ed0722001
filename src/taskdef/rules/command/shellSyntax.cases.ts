import { ec2Container, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ command: ['npm', 'run', 'migrate', '&&', 'npm', 'start'] }),
    at: '"&&"',
    says: /"&&" is a plain word, which npm gets as an argument/,
    holds: fargateContainer({ command: ['sh', '-c', 'npm run migrate && npm start'] }),
    fix: /"sh", "-c", "npm run migrate && npm start"/,
  },
  {
    about: 'a variable',
    breaks: ec2Container({ command: ['NODE_ENV=production', 'node', 'server.js'] }),
    at: '"NODE_ENV=production"',
    says: /"NODE_ENV=…" is taken for the program/,
    holds: ec2Container({ command: ['if=/dev/zero', 'of=/dev/null'] }),
    fix: /"sh", "-c", "NODE_ENV=production node server.js"/,
  },
  {
    about: 'a variable in the entry point',
    breaks: fargateContainer({ entryPoint: ['mode=fast', '/app/run'] }),
    at: '"mode=fast"',
    says: /or env, sets a variable there\.$/,
    holds: fargateContainer({ entryPoint: ['env', 'mode=fast', '/app/run'] }),
    fix: true,
  },
  {
    about: 'a redirection',
    breaks: fargateContainer({ command: ['/app/run', '--name', 'two words', '>', '/dev/null', '2>&1'] }),
    at: '">"',
    says: /plain word/,
    holds: fargateContainer({ command: ['find', '/tmp', '-exec', 'rm', '{}', ';'] }),
    fix: /run --name \\"two words\\" > \/dev\/null 2>&1"/,
  },
  {
    about: 'a command of the shell',
    breaks: fargateContainer({ command: ['cd', '/app'] }),
    at: '"cd"',
    says: /"cd" is a command of a shell/,
    holds: fargateContainer({ command: ['/app/cd'] }),
    fix: true,
  },
];
