import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { groupByPrefix } from '../../../src/ecs/text/groupByPrefix.ts';

const grouped = (names: string[]): object => {
  const { groups, alone } = groupByPrefix(names, (name) => name);
  return { ...Object.fromEntries(groups.map(({ prefix, items }) => [prefix, items])), alone };
};

describe('grouping by prefix', () => {
  it('takes application and environment where names have them, else the application', () => {
    assert.deepEqual(grouped(['shop-dev-web', 'shop-dev-api', 'shop-prod-web', 'pay-web', 'pay-api', 'single']), {
      pay: ['pay-web', 'pay-api'],
      'shop-dev': ['shop-dev-web', 'shop-dev-api'],
      alone: ['shop-prod-web', 'single'],
    });
  });

  it('loses nothing, shows nothing twice, and makes no group of one', () => {
    const name = fc.array(fc.constantFrom('a', 'b', 'shop', 'dev', '1'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(name.map((parts) => parts.join('-'))), (names) => {
        const { groups, alone } = groupByPrefix(names, (each) => each);
        const all = [...groups.flatMap(({ items }) => items), ...alone];
        assert.deepEqual([...all].sort(), [...names].sort());
        assert.ok(
          groups.every(({ prefix, items }) => items.length > 1 && items.every((item) => item.startsWith(prefix))),
        );
      }),
    );
  });
});
