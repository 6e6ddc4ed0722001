import { balanced, registryArn, service, targetGroupArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const groups = (count: number): object =>
  service({
    loadBalancers: Array.from({ length: count }, (_, i) => ({
      targetGroupArn: targetGroupArn.replace('/shop/', `/shop-${i}/`),
      containerName: 'web',
      containerPort: 8080,
    })),
  });

export const cases: RuleCase[] = [
  {
    breaks: groups(6),
    at: '[',
    says: /at most 5/,
    holds: groups(5),
  },
  {
    about: 'registries',
    breaks: service({ serviceRegistries: [{ registryArn }, { registryArn: `${registryArn}a` }] }),
    at: '[',
    says: /at most 1/,
    holds: service({ serviceRegistries: [{ registryArn }] }),
  },
  {
    about: 'a port',
    breaks: balanced({ containerPort: 80_800 }),
    at: '80800',
    says: /0 to 65535/,
    holds: balanced({ containerPort: 8080 }),
  },
];
