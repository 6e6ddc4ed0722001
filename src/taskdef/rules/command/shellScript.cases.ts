import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ entryPoint: ['sh', '-c'], command: ['npm', 'run', 'start'] }),
    at: '"run"',
    says: /sh -c runs "npm" alone/,
    holds: fargateContainer({ entryPoint: ['sh', '-c'], command: ['npm run start'] }),
    fix: /"command": \[ ?"npm run start"/,
  },
  {
    about: 'operators as words',
    breaks: fargateContainer({ command: ['/bin/bash', '-lc', 'npm run migrate', '&&', 'npm', 'start'] }),
    at: '"&&"',
    says: /\/bin\/bash -lc runs "npm …" alone/,
    holds: fargateContainer({ command: ['sh', '-c', 'exec "$0" "$@"', 'npm', 'start'] }),
    fix: /"-lc", "npm run migrate && npm start"/,
  },
  {
    about: 'a command behind a script that stands in the entry point',
    breaks: fargateContainer({ entryPoint: ['sh', '-c', 'npm run migrate'], command: ['npm', 'start'] }),
    at: '"npm"',
    says: /does not ask for/,
    holds: fargateContainer({ entryPoint: ['cmd', '/S', '/C'], command: ['npm', 'start'] }),
    fix: false,
  },
  {
    about: 'no -c',
    breaks: fargateContainer({ command: ['bash', 'cd /app && npm start'] }),
    at: '"cd /app',
    says: /Without -c bash takes "cd …" for the name of a file/,
    holds: fargateContainer({ command: ['bash', '-o', 'pipefail', '-c', 'cd /app && npm start'] }),
    fix: /"bash",\s+"-c",\s+"cd/,
  },
  {
    about: '-c and the script in one text',
    breaks: fargateContainer({ command: ['sh', '-c npm start'] }),
    at: '"-c npm start"',
    says: /-c and the script behind it are two texts/,
    holds: fargateContainer({ command: ['sh', '/app/start.sh', 'two words'] }),
    fix: /"sh",\s+"-c",\s+"npm start"/,
  },
  {
    about: 'nothing to run',
    breaks: fargateContainer({ entryPoint: ['/bin/sh', '-c'] }),
    at: '"-c"',
    says: /\/bin\/sh -c is followed by nothing to run/,
    holds: fargateContainer({ entryPoint: ['/bin/sh', '-c'], command: ['npm start'] }),
    fix: false,
  },
];
