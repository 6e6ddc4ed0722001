import { advancedConfiguration, blueGreen, targetGroupArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const entry = (suffix: string, alternate: string): object => ({
  targetGroupArn: `${targetGroupArn}${suffix}`,
  containerName: 'web',
  containerPort: 8080,
  advancedConfiguration: {
    ...advancedConfiguration,
    alternateTargetGroupArn: `${advancedConfiguration.alternateTargetGroupArn}${alternate}`,
  },
});

export const cases: RuleCase[] = [
  {
    breaks: blueGreen({}, { alternateTargetGroupArn: targetGroupArn }),
    at: '"arn:aws:elasticloadbalancing',
    says: /is targetGroupArn again/,
    holds: blueGreen(),
  },
  {
    about: 'another resource',
    breaks: blueGreen({}, { alternateTargetGroupArn: advancedConfiguration.productionListenerRule }),
    at: '"arn:aws:elasticloadbalancing',
    says: /not the ARN of a target group/,
    holds: blueGreen({}, { alternateTargetGroupArn: '${GREEN}' }),
  },
  {
    about: 'twice',
    breaks: blueGreen({}, undefined, { loadBalancers: [entry('', ''), entry('0', '')] }),
    at: '"arn:aws:elasticloadbalancing',
    says: /has this target group already/,
    holds: blueGreen({}, undefined, { loadBalancers: [entry('', ''), entry('0', '0')] }),
  },
];
