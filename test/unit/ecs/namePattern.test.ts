import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseNamePattern } from '../../../src/ecs/text/namePattern.ts';

const names = ['shop-dev-web', 'shop-prod-web', 'shop.prod', 'payments-worker', 'web-10'];

const found = (pattern: string): string[] => names.filter((name) => parseNamePattern(pattern)?.(name) ?? false);

describe('a name pattern', () => {
  it('is any part of a name, whatever its case', () => {
    assert.deepEqual(found('PROD'), ['shop-prod-web', 'shop.prod']);
    assert.deepEqual(found('.'), ['shop.prod']);
    assert.deepEqual(found(''), names);
  });

  it('is a glob over the whole name', () => {
    assert.deepEqual(found('shop-*'), ['shop-dev-web', 'shop-prod-web']);
    assert.deepEqual(found('shop?prod'), ['shop.prod']);
    assert.deepEqual(found('*-{dev,prod}-*'), ['shop-dev-web', 'shop-prod-web']);
    assert.deepEqual(found('web-??'), ['web-10']);
    assert.deepEqual(found('web*('), []);
    assert.deepEqual(found('{shop*'), []);
  });

  it('is a regular expression between slashes', () => {
    assert.deepEqual(found('/^shop.(dev|prod)$/'), ['shop.prod']);
    assert.equal(parseNamePattern('/(/'), undefined);
  });
});
