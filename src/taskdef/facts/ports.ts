import type { Fields } from '../document/fields.ts';
import type { Container, Task } from '../document/task.ts';

/** One port mapping with what is known of it. */
export interface PortUse {
  container: Container;
  mapping: Fields;
  containerPort: number | undefined;
  hostPort: number | undefined;
  /** Anything but udp is tcp to ECS; undefined when unknown. */
  protocol: 'tcp' | 'udp' | undefined;
}

/** The first mappings of a task: more than its containers can have. */
const mostMappings = 400;

export function portMappings({ containers }: Task): PortUse[] {
  const uses = containers.flatMap((container): PortUse[] =>
    container.fields
      .list('portMappings')
      .fields(mostMappings)
      .map((mapping) => {
        const protocol = mapping.str('protocol');
        const known = protocol.missing || protocol.value !== undefined;
        return {
          container,
          mapping,
          containerPort: mapping.num('containerPort').value,
          hostPort: mapping.num('hostPort').value,
          protocol: known ? (protocol.value?.toLowerCase() === 'udp' ? 'udp' : 'tcp') : undefined,
        };
      }),
  );
  return uses.slice(0, mostMappings);
}

/** Whether the port is mapped, or may be by what a template fills in. */
export function mayMapPort({ fields }: Container, port: number): boolean {
  const mappings = fields.list('portMappings');
  if (!mappings.missing && !mappings.certain) return true;
  return mappings.fields().some((mapping) => {
    const single = mapping.num('containerPort');
    const range = mapping.str('containerPortRange');
    if (single.value === port || (!single.missing && single.value === undefined)) return true;
    if (range.missing) return false;
    const [low, high] = (range.value ?? '').split('-').map(Number);
    return range.value === undefined || (low !== undefined && high !== undefined && low <= port && port <= high);
  });
}
