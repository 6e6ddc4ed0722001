import { afterEach } from 'node:test';
import type { Workbench } from './workbench.ts';

/** Inside a `describe`: keeps a picture of the window, artifacts/ui/failed/<title>.png, of each test that fails. */
export function pictureFailures(workbench: () => Workbench | undefined): void {
  afterEach(async (context) => {
    if (!('passed' in context) || context.passed) return;
    const name = context.fullName.replaceAll(/[^\w]+/g, '-').slice(0, 120);
    // The window may be what is broken; the test has failed already and should say why by itself.
    await workbench()
      ?.screenshot(`failed/${name}`)
      .catch(() => undefined);
  });
}
