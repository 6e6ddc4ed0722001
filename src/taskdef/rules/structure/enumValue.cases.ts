import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ networkMode: 'AWSVPC' }),
    at: '"AWSVPC"',
    says: /"AWSVPC" is not a valid networkMode; ECS knows: awsvpc/,
    holds: fargate(),
    fix: /"networkMode": "awsvpc"/,
  },
  {
    about: 'empty, with ecspresso, which leaves it out',
    breaks: fargate({ ipcMode: '' }),
    at: '""',
    says: /ipcMode is empty/,
    holds: fargate(),
    severity: 'info',
    fix: true,
    context: { tool: 'ecspresso' },
  },
  {
    about: 'an empty value',
    breaks: ec2({ pidMode: '' }),
    at: '""',
    says: /pidMode is empty; leave it out/,
    holds: ec2({ pidMode: 'task' }),
    fix: /^(?![^]*pidMode)/,
  },
  {
    about: 'the name that Docker uses',
    breaks: fargate({ runtimePlatform: { cpuArchitecture: 'amd64', operatingSystemFamily: 'LINUX' } }),
    at: '"amd64"',
    says: /is not a valid cpuArchitecture/,
    holds: fargate({ runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' } }),
    fix: /"cpuArchitecture": "X86_64"/,
  },
  {
    about: 'what only daemons have',
    breaks: fargate({ pidMode: 'none' }),
    at: '"none"',
    says: /is not a valid pidMode; ECS knows: host, task/,
    holds: fargate({ pidMode: 'task' }),
  },
  {
    about: 'in capitals, while a word for it is replaced',
    breaks: fargate({ networkMode: 'AWSVPC' }),
    at: '"AWSVPC"',
    says: /"AWSVPC" is not a valid networkMode/,
    holds: fargate({ networkMode: 'NETWORK_MODE', runtimePlatform: { cpuArchitecture: 'CPU_ARCHITECTURE' } }),
    fix: /"networkMode": "awsvpc"/,
  },
];
