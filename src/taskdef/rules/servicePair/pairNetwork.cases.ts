import { ec2 } from '../../rule/examples/exampleFiles.ts';
import { awsvpc, awsvpcConfiguration, besideTask, ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Service({ networkConfiguration: { awsvpcConfiguration } }),
    at: '"networkConfiguration"',
    says: /task-definition\.json has bridge/,
    holds: ec2Service(),
    fix: /^(?![^]*networkConfiguration)/,
    context: besideTask(ec2()),
  },
  {
    about: 'none under awsvpc',
    breaks: ec2Service(),
    at: '"taskDefinition"',
    says: /networkConfiguration with subnets is needed/,
    holds: awsvpc({}, { launchType: 'EC2' }),
    context: besideTask(ec2({ networkMode: 'awsvpc' })),
  },
];
