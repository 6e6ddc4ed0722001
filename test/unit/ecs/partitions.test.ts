import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partitionOf, partitions } from '../../../src/ecs/partitions.ts';
import { isOptIn, looksLikeRegion, regions } from '../../../src/ecs/regions.ts';
import { regionsOf, sdkPartitions } from './sdkPartitions.ts';

test('the partitions are those of the SDK, with its names of Regions and its suffixes', () => {
  const ours = partitions.map(({ id, regions: names, dnsSuffix, dualStackDnsSuffix }) => ({
    id,
    names: names.source,
    dnsSuffix,
    dualStackDnsSuffix,
  }));
  const theirs = sdkPartitions.map(({ id, regionRegex, outputs: { dnsSuffix, dualStackDnsSuffix } }) => ({
    id,
    names: regionRegex.replaceAll('\\-', '-'),
    dnsSuffix,
    dualStackDnsSuffix,
  }));
  assert.equal(ours.length, theirs.length);
  for (const one of theirs)
    assert.deepEqual(
      ours.find(({ id }) => id === one.id),
      one,
    );
});

test('every Region of the SDK is known by name, and in its partition', () => {
  const all = sdkPartitions.flatMap((one) => regionsOf(one).map(([name]) => ({ name, id: one.id })));
  assert.ok(all.length > 40);
  for (const { name, id } of all) {
    assert.equal(partitionOf(name), id, name);
    assert.ok(looksLikeRegion(name), name);
  }
  assert.deepEqual(new Set(Object.keys(regions)), new Set(all.map(({ name }) => name)));
});

test('only Regions of the commercial partition have to be enabled', () => {
  const optIn = Object.keys(regions).filter(isOptIn);
  assert.ok(optIn.includes('af-south-1') && optIn.includes('mx-central-1') && isOptIn('ap-east-9'));
  assert.ok(optIn.every((region) => partitionOf(region) === 'aws'));
  assert.ok(!isOptIn('us-east-1') && !isOptIn('no Region'));
});
