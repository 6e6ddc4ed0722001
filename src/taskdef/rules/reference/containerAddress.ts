import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertItem, insertMember } from '../../document/edits.ts';
import type { Container, Task } from '../../document/task.ts';
import { type Address, addressesOf, hasOwnNames, namesKnownTo, portsOf, withHost } from '../../facts/addresses.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';

/** What containers of one network namespace reach each other at. */
const shared = '127.0.0.1';

export const containerAddress: Rule = {
  id: 'TD0DC',
  severity: 'warning',
  title: 'Containers of a task have no names for each other, but for links in network mode bridge.',
  link: links.taskNetworking,
  check(task, report, { siblings }) {
    const { containers, networkMode } = task;
    if (containers.length < 2 || !networkMode || networkMode === 'none' || task.windows === 'yes') return;
    // Service Connect may give the name to another service.
    if (siblings?.services?.some(({ serviceConnect }) => serviceConnect)) return;
    const named = new Map(containers.flatMap((one) => (one.name.value ? [[one.name.value, one] as const] : [])));
    for (const container of containers) {
      for (const address of addressesOf(container)) {
        const target = named.get(address.host);
        if (!target || target === container || !fits(address, target)) continue;
        if (hasOwnNames(task, container) || namesKnownTo(container).has(address.host)) continue;
        const message =
          networkMode === 'bridge'
            ? l10n.t('Container {0} has no link to {1}, and so does not know this name.', container.label, target.label)
            : l10n.t(
                'Containers of a task have no names for each other with network mode {0}: {1} answers at localhost.',
                networkMode,
                target.label,
              );
        report({ at: address.node, message, fixes: repairs(task, container, target, address) });
      }
    }
  },
};

/** Whether it is this container that is meant: beside a scheme, or by a port that it listens on. */
function fits({ port, surely }: Address, target: Container): boolean {
  const ports = portsOf(target);
  if (port === undefined) return surely;
  return ports.has(port) || (surely && ports.size === 0);
}

function repairs({ document, networkMode }: Task, container: Container, target: Container, address: Address): Fix[] {
  if (networkMode !== 'bridge') {
    const title = l10n.t('Change the host to {0}', shared);
    return [{ title, edits: [withHost(document, address, shared)], preferred: address.port !== undefined }];
  }
  // Links in a circle would start neither.
  if (namesKnownTo(target).has(container.name.value ?? '')) return [];
  const list = container.fields.list('links');
  const edit =
    list.node?.type === 'array'
      ? insertItem(document.text, list.node, address.host)
      : insertMember(document.text, container.node, 'links', [address.host]);
  return [
    { title: l10n.t('Link {0}', address.host), edits: [edit], preferred: list.node === undefined || !list.missing },
  ];
}
