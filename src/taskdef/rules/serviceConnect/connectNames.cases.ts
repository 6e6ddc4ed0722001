import { connect } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const two = (first: object, second: object): object =>
  connect({
    services: [
      { portName: 'http', clientAliases: [{ port: 80, dnsName: 'web' }], ...first },
      { portName: 'admin', clientAliases: [{ port: 81, dnsName: 'web' }], ...second },
    ],
  });

export const cases: RuleCase[] = [
  {
    breaks: two({ discoveryName: 'web' }, { discoveryName: 'web' }),
    at: '"web"',
    says: /discovery name "web"/,
    holds: two({ discoveryName: 'web' }, { discoveryName: 'web-admin' }),
  },
  {
    about: 'one alias',
    breaks: two({}, { clientAliases: [{ port: 80, dnsName: 'web' }] }),
    at: '80',
    says: /alias web:80/,
    holds: two({}, { clientAliases: [{ port: 80, dnsName: 'web-admin' }] }),
  },
  {
    about: 'one port',
    breaks: two({}, { portName: 'http' }),
    at: '"http"',
    says: /the port "http"/,
    severity: 'warning',
    holds: two({}, {}),
  },
  {
    about: 'one port of the proxy',
    breaks: two({ ingressPortOverride: 9000 }, { ingressPortOverride: 9000 }),
    at: '9000',
    says: /port 9000 of the proxy/,
    severity: 'warning',
    holds: two({ ingressPortOverride: 9000 }, { ingressPortOverride: 9001 }),
  },
];
