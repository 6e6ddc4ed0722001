import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readImportGraph, root } from './importGraph.ts';

/** What a module may hold although it changes: each with its reason. */
const allowed: Readonly<Record<string, string>> = {
  'src/ui/common/documents/fileContext.ts: let shared': 'providers that VS Code calls have no workbench at hand',
  'src/ui/common/documents/readDocument.ts: const entries = new WeakMap': 'forgets a reading with its document',
};

const changing = /^(?:export )?(?:let \w+|const \w+ = new (?:Map|Set|WeakMap|EventEmitter|Array)\b(?!.*\(\[))/gm;

test('no module of the user interface holds state: the workbench owns what a window holds once', () => {
  const found = [...readImportGraph().keys()]
    .filter((file) => file.startsWith('src/ui/'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(changing)].map(([text]) => `${file}: ${text}`),
    )
    .filter((one) => !(one in allowed));
  assert.deepEqual(found, []);
});
