import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertItem, insertMember } from '../../document/edits.ts';
import type { Container, Task } from '../../document/task.ts';
import { type Address, addressesOf, namesKnownTo, portsOf, withHost } from '../../facts/addresses.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';

const itself = /^(?:localhost|127\.0\.0\.1)$/;

export const localhostAddress: Rule = {
  id: 'TD0DD',
  severity: 'warning',
  title: 'In network mode bridge, localhost is the container itself.',
  link: links.taskNetworking,
  check(task, report) {
    const { containers, networkMode } = task;
    if (containers.length < 2 || networkMode !== 'bridge' || task.windows === 'yes') return;
    const listening = new Map<number, Container>();
    for (const container of containers) for (const port of portsOf(container)) listening.set(port, container);
    for (const container of containers) {
      const own = portsOf(container);
      const checks = new Set(container.fields.fields('healthCheck').list('command').items);
      for (const address of addressesOf(container)) {
        const { host, port, node } = address;
        const target = port === undefined || own.has(port) ? undefined : listening.get(port);
        if (!target?.name.value || !itself.test(host) || checks.has(node)) continue;
        report({
          at: node,
          message: l10n.t(
            'In network mode bridge localhost is container {0} itself; port {1} is the one of {2}.',
            container.label,
            port!,
            target.label,
          ),
          fixes: repairs(task, container, target.name.value, address),
        });
      }
    }
  },
};

function repairs({ document }: Task, container: Container, target: string, address: Address): Fix[] {
  const edits = [withHost(document, address, target)];
  const list = container.fields.list('links');
  if (!namesKnownTo(container).has(target))
    edits.push(
      list.node?.type === 'array'
        ? insertItem(document.text, list.node, target)
        : insertMember(document.text, container.node, 'links', [target]),
    );
  return [{ title: l10n.t('Reach {0} by a link', target), edits }];
}
