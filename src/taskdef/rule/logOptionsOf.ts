import type { Fields } from '../document/fields.ts';
import type { Container, Task } from '../document/task.ts';

/** Log configurations that are there, with driver and options. */
export function logOptionsOf({
  containers,
}: Task): { container: Container; log: Fields; driver: string | undefined; options: Fields }[] {
  return containers.flatMap((container) => {
    const log = container.fields.fields('logConfiguration');
    return log.present ? [{ container, log, driver: log.str('logDriver').value, options: log.fields('options') }] : [];
  });
}
