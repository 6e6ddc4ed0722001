import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ command: ['CMD', 'node', 'server.js'] }),
    at: '"CMD"',
    says: /"CMD" belongs into a Dockerfile/,
    holds: fargateContainer({ command: ['node', 'server.js'] }),
    fix: /\[\s*"node", "server.js"/,
  },
  {
    about: "a health check's word for a shell",
    breaks: fargateContainer({ command: ['CMD-SHELL', 'npm run migrate && npm start'] }),
    at: '"CMD-SHELL"',
    says: /taken for the name of a program/,
    holds: fargateContainer({ command: ['sh', '-c', 'npm run migrate && npm start'] }),
    fix: /"sh", "-c", "npm run migrate && npm start"/,
  },
  {
    about: 'in one text with what belongs behind it',
    breaks: fargateContainer({ entryPoint: ['sh', '-c'], command: ['CMD npm start'] }),
    at: '"CMD npm start"',
    says: /"CMD" belongs into/,
    holds: fargateContainer({ entryPoint: ['sh', '-c'], command: ['npm start'] }),
    fix: /"command": \[ ?"npm start"/,
  },
  {
    about: 'a list in a text',
    breaks: fargateContainer({ command: ['["npm", "start"]'] }),
    at: '"[\\"npm',
    says: /a list within a text/,
    holds: fargateContainer({ command: ['[x]'] }),
    fix: /\[\s*"npm", "start"/,
  },
  {
    about: 'a list in a text with other quotes',
    breaks: fargateContainer({ entryPoint: ["['/bin/run', '--fast']"] }),
    at: `"['/bin/run'`,
    says: /a list within a text/,
    holds: fargateContainer({ entryPoint: ['/bin/run', '--fast'] }),
    fix: /\[\s*"\/bin\/run", "--fast"/,
  },
];
