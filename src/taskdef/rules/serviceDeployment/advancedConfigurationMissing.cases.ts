import { advancedConfiguration, blueGreen, service, targetGroupArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const target = { targetGroupArn, containerName: 'web', containerPort: 8080 };
const admin = { targetGroupArn: `${targetGroupArn}0`, containerName: 'web', containerPort: 8081 };
const second = {
  ...advancedConfiguration,
  alternateTargetGroupArn: `${advancedConfiguration.alternateTargetGroupArn}0`,
};

export const cases: RuleCase[] = [
  {
    breaks: blueGreen({ bakeTimeInMinutes: 5 }, undefined, { loadBalancers: [target] }),
    at: '"arn:aws:elasticloadbalancing',
    says: /BLUE_GREEN needs advancedConfiguration/,
    holds: blueGreen({ bakeTimeInMinutes: 5 }),
  },
  {
    about: 'in steps',
    breaks: blueGreen({ strategy: 'LINEAR' }, undefined, { loadBalancers: [target] }),
    at: '"arn:aws:elasticloadbalancing',
    says: /LINEAR needs advancedConfiguration/,
    holds: blueGreen({ strategy: 'LINEAR' }),
  },
  {
    about: 'a Classic Load Balancer',
    breaks: blueGreen({}, undefined, {
      loadBalancers: [{ loadBalancerName: 'shop', containerName: 'web', containerPort: 8080 }],
    }),
    at: '"web"',
    says: /not for Classic Load Balancers/,
    holds: blueGreen(),
  },
  {
    about: 'one has it and one has not',
    breaks: service({ loadBalancers: [{ ...target, advancedConfiguration }, admin] }),
    at: '"arn:aws:elasticloadbalancing',
    says: /all have it, or none/,
    holds: service({
      loadBalancers: [
        { ...target, advancedConfiguration },
        { ...admin, advancedConfiguration: second },
      ],
    }),
  },
];
