import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { cycleThrough, dependencyGraph } from '../../facts/dependencies.ts';
import type { Node } from '../../formats/node.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Container } from '../../document/task.ts';

export const dependencyCycle: Rule = {
  id: 'TD057',
  severity: 'error',
  title: 'Containers do not wait for each other in a circle.',
  link: links.containerDependency,
  says: 'Dependency cycle',
  check(task, report) {
    const graph = dependencyGraph(task);
    for (const container of task.containers) {
      const name = container.name.value;
      const cycle = name === undefined ? undefined : cycleThrough(graph, name);
      // Each cycle is shown once, at the container that comes first in the file.
      if (
        !cycle ||
        !name?.trim() ||
        cycle.some((one) => one.trim() === '') ||
        task.containers.findIndex((one) => cycle.includes(one.name.value ?? '')) !== container.index
      )
        continue;
      const { at, item } = edgeTo(container, cycle[1]!);
      report({
        at: at ?? container.name.node!,
        message:
          cycle.length === 2
            ? l10n.t('Container {0} waits for itself and never starts.', name)
            : l10n.t('The containers wait for each other and never start: {0}.', cycle.join(' → ')),
        fixes: item
          ? [removeFix(task.document, item, l10n.t('the dependency on {0}', cycle[1]!), cycle.length === 2)]
          : [],
      });
    }
  },
};

/** The place that makes a container wait for another. */
function edgeTo({ fields }: Container, target: string): { at?: Node; item?: Node } {
  for (const dependency of fields.list('dependsOn').fields()) {
    const { value, node } = dependency.str('containerName');
    if (value === target) return { at: node, item: dependency.node };
  }
  const link = fields
    .list('links')
    .texts()
    .find(({ value }) => value?.split(':')[0] === target)?.node;
  if (link) return { at: link, item: link };
  const mount = fields
    .list('volumesFrom')
    .fields()
    .find((item) => item.str('sourceContainer').value === target);
  return { at: mount?.member('sourceContainer').node, item: mount?.node };
}
