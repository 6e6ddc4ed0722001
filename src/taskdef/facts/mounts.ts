import type { Fields } from '../document/fields.ts';
import type { Container, Task } from '../document/task.ts';

/** More than a task of 64 KiB holds. */
const mostMounts = 400;

/** Every mount point with its container. */
export function mountsOf({ containers }: Task): { container: Container; mount: Fields }[] {
  return containers.flatMap((container) =>
    container.fields
      .list('mountPoints')
      .fields(mostMounts)
      .map((mount) => ({ container, mount })),
  );
}
