import * as l10n from '@vscode/l10n';
import type { Fields, Value } from '../../document/fields.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import type { Report, Rule } from '../../rule/rule.ts';

export const connectNames: Rule<Service> = {
  id: 'SD01J',
  severity: 'error',
  title: 'Ports, discovery names and aliases of Service Connect are given once.',
  link: links.connectService,
  check({ fields }, report) {
    const services = fields.fields('serviceConnectConfiguration').list('services').fields();
    const ports = new Once(report, 'warning', (name) => l10n.t('Two services have the port "{0}".', name));
    const names = new Once(report, 'error', (name) => l10n.t('Two services have the discovery name "{0}".', name));
    const aliases = new Once(report, 'error', (name) => l10n.t('Two services have the alias {0}.', name));
    const overrides = new Once(report, 'warning', (port) =>
      l10n.t('Two services listen on port {0} of the proxy.', port),
    );
    for (const one of services) {
      const port = one.str('portName');
      const discovery = discoveryOf(one);
      ports.add(port.value, port.node);
      // Where both come from the port's name, that is said already.
      if (one.has('discoveryName')) names.add(discovery.value, discovery.node);
      for (const alias of one.list('clientAliases').fields()) {
        const dns = alias.str('dnsName');
        const name = dns.missing ? discovery.value : dns.value;
        const number = alias.num('port');
        if (name !== undefined && number.value !== undefined) aliases.add(`${name}:${number.value}`, number.node);
      }
      const override = one.num('ingressPortOverride');
      overrides.add(override.value === undefined ? undefined : String(override.value), override.node);
    }
  },
};

function discoveryOf(one: Fields): Value<string> {
  const name = one.str('discoveryName');
  return name.missing ? one.str('portName') : name;
}

/** Reports what is given a second time. */
class Once {
  private readonly seen = new Map<string, Node>();
  private readonly report: Report;
  private readonly severity: 'error' | 'warning';
  private readonly say: (name: string) => string;

  constructor(report: Report, severity: 'error' | 'warning', say: (name: string) => string) {
    this.report = report;
    this.severity = severity;
    this.say = say;
  }

  add(name: string | undefined, node: Node | undefined): void {
    if (!name || !node) return;
    const earlier = this.seen.get(name);
    if (earlier)
      this.report({
        at: node,
        severity: this.severity,
        message: this.say(name),
        related: [{ range: earlier, message: l10n.t('The first one.') }],
      });
    else this.seen.set(name, node);
  }
}
