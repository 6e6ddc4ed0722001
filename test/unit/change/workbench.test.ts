import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type CommandStage, openStage } from './commandStage.ts';

class Held {
  disposed = 0;
  dispose(): void {
    this.disposed++;
  }
}

class Plain {
  readonly names = new Set<string>();
}

describe('what a window holds once', () => {
  let shop: CommandStage;
  before(async () => void (shop = await openStage()));
  after(() => shop.close());

  it('is made once, and for each window anew', async () => {
    const { Workbench } = await import('../../../src/ui/common/workbench.ts');
    const { extension, log, connections } = shop.workbench;
    const one = new Workbench(extension, log, connections);
    const other = new Workbench(extension, log, connections);
    one.own(Plain).names.add('web');
    assert.deepEqual([...one.own(Plain).names], ['web']);
    assert.deepEqual([...other.own(Plain).names], []);
  });

  it('ends with the window, once', async () => {
    const { Workbench } = await import('../../../src/ui/common/workbench.ts');
    const { extension, log, connections } = shop.workbench;
    const workbench = new Workbench(extension, log, connections);
    const held = workbench.own(Held);
    workbench.own(Plain);
    workbench.dispose();
    workbench.dispose();
    assert.equal(held.disposed, 1);
    assert.notEqual(workbench.own(Held), held, 'what is asked for afterwards is made anew');
  });

  it('shows documents that others in the window can read', async () => {
    const { virtualDocument } = await import('../../../src/ui/common/virtualDocuments.ts');
    const first = virtualDocument(shop.workbench, '/registered/web:1.json', '{}');
    assert.equal(virtualDocument(shop.workbench, '/registered/web:1.json', '[]').path, first.path);
  });
});
