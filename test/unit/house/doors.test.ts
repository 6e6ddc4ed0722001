import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './importGraph.ts';

/** What only one file calls: there, what is not ours is made visible. */
const doors: Readonly<Record<string, RegExp>> = {
  'src/ui/common/messages.ts': /\bshow(?:Information|Warning|Error)Message\b/,
};

for (const [door, called] of Object.entries(doors)) {
  test(`nothing but ${door} calls ${called.source}`, () => {
    const others = globSync('src/ui/**/*.ts', { cwd: root }).filter(
      (path) => path !== door && called.test(readFileSync(join(root, path), 'utf8')),
    );
    assert.deepEqual(others, []);
    assert.match(readFileSync(join(root, door), 'utf8'), called);
  });
}
