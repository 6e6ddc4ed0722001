import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import { besideTask, connected } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const named = fargateContainer({ portMappings: [{ name: 'http', containerPort: 8080, protocol: 'tcp' }] });

export const cases: RuleCase[] = [
  {
    breaks: connected({ portName: 'web' }),
    at: '"web"',
    says: /task-definition\.json has no port named web; it has http/,
    holds: connected({ portName: 'http' }),
    fix: /"portName": "http"/,
    context: besideTask(named),
  },
  {
    about: 'no name at all',
    breaks: connected({ portName: 'http' }),
    at: '"http"',
    says: /no port with a name/,
    holds: connected({ portName: '${PORT}' }),
    context: besideTask(),
  },
];
