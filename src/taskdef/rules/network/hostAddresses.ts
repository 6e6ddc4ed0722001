import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const hostAddresses: Rule = {
  id: 'TD0B9',
  severity: 'error',
  title: 'DNS servers and extra hosts are IP addresses.',
  link: links.containerDefinition,
  says: 'CannotCreateContainerError: invalid IP address in add-host',
  check({ containers }, report) {
    for (const { fields, label } of containers) {
      for (const { value, node } of fields.list('dnsServers').texts()) {
        if (value !== undefined && !isAddress(value))
          report({
            at: node,
            message: l10n.t('"{0}" is not an IP address: container {1} would not start.', value, label),
          });
      }
      for (const host of fields.list('extraHosts').fields()) {
        const { value, node } = host.str('ipAddress');
        // Docker puts the address of the instance in its place.
        if (value === undefined || !node || isAddress(value) || value === 'host-gateway') continue;
        report({
          at: node,
          message: l10n.t('"{0}" is not an IP address: container {1} would not start.', value, label),
        });
      }
    }
  },
};

/** IPv4 exactly, IPv6 by its alphabet: what is neither is a name. */
function isAddress(text: string): boolean {
  const parts = text.split('.');
  if (parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return true;
  return text.includes(':') && /^[\da-f:.]+(?:%\w+)?$/i.test(text);
}
