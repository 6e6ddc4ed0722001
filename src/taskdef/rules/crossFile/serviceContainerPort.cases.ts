import { besideLoadBalancer, fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ portMappings: [{ containerPort: 3000, protocol: 'tcp' }] }),
    at: '"portMappings"',
    says: /port 8080 of container web/,
    holds: fargate(),
    fix: /"containerPort": 8080/,
    context: besideLoadBalancer('web', 8080),
  },
  {
    about: 'no mappings at all; a range holds',
    breaks: fargateContainer({ portMappings: undefined }),
    at: '"web"',
    says: /no port mapping/,
    holds: fargateContainer({ portMappings: [{ containerPortRange: '8000-8090', protocol: 'tcp' }] }),
    fix: /"portMappings": \[/,
    context: besideLoadBalancer('web', 8080),
  },
];
