import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const properties = ['IgnoredUID', 'AppPorts', 'ProxyIngressPort', 'ProxyEgressPort'].map((name) => ({
  name,
  value: '1',
}));
const proxy = (changes: object = {}, task: object = {}): object =>
  fargate({ proxyConfiguration: { type: 'APPMESH', containerName: 'web', properties, ...changes }, ...task });

export const cases: RuleCase[] = [
  {
    breaks: proxy({ containerName: 'envoy' }),
    at: '"envoy"',
    says: /Proxy container \[envoy\] does not exist/,
    holds: fargate(),
  },
  {
    about: 'properties',
    breaks: proxy({ properties: properties.slice(0, 2) }),
    at: '"properties"',
    says: /lacks the properties ProxyIngressPort, ProxyEgressPort/,
    holds: fargate(),
  },
  {
    about: 'App Mesh',
    breaks: proxy(),
    at: '"proxyConfiguration"',
    says: /end of support/,
    holds: fargate({ proxyConfiguration: undefined }),
    severity: 'warning',
  },
  {
    about: 'an empty name',
    breaks: proxy({ containerName: '' }),
    at: '""',
    says: /Proxy container \[\] does not exist/,
    holds: fargate(),
  },
];
