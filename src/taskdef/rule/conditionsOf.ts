import type { Node } from '../formats/node.ts';
import type { Container } from '../document/task.ts';

/** What one `dependsOn` entry waits for: the condition, its place, and the container that it names. */
interface Condition {
  condition: string;
  node: Node;
  target: Container;
}

/** The conditions of all containers that are known and name a container of the file. */
export function* conditionsOf(containers: readonly Container[]): Generator<Condition> {
  for (const { fields } of containers) {
    for (const dependency of fields.list('dependsOn').fields()) {
      const { value: condition, node } = dependency.str('condition');
      const name = dependency.str('containerName').value;
      const target = containers.find((one) => one.name.value !== undefined && one.name.value === name);
      if (condition !== undefined && node && target) yield { condition, node, target };
    }
  }
}
