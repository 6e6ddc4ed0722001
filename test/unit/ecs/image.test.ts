import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { fetchImageTags } from '../../../src/aws/read/imageTags.ts';
import { findEcrRegistries, imageRepository, parseEcrImage } from '../../../src/ecs/image.ts';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { accountOf, regionOf } from '../../../src/taskdef/document/home.ts';
import { ecrHosts } from './ecrHosts.ts';

/** Looks like ECR and is not. */
const others = [
  'public.ecr.aws/nginx/nginx',
  '123456789012.dkr.ecr.eu-west-1.amazonaws.com.example.org/web',
  '12345678901.dkr.ecr.eu-west-1.amazonaws.com/web',
  '123456789012.dkr.ecr.eu-west-1.example.com/web',
  'mirror.example.com/123456789012.dkr.ecr.eu-west-1.amazonaws.com/web',
];

test('every host of a private registry is known, in every partition, over IPv4 and IPv6, with FIPS', () => {
  for (const host of [
    '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu',
    '123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn',
    '123456789012.dkr-ecr.us-east-1.on.aws',
    '123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com',
    '123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov',
    '123456789012.dkr.ecr.us-isob-east-1.sc2s.sgov.gov',
  ])
    assert.ok(
      ecrHosts.some(([known]) => known === host),
      host,
    );
  for (const [host, region] of ecrHosts) {
    assert.deepEqual(
      parseEcrImage(`${host}/shop/web:1.2@sha256:ab`),
      { registryId: '123456789012', region, repositoryName: 'shop/web', tag: '1.2', digest: 'sha256:ab' },
      host,
    );
    assert.equal(parseEcrImage(`${host}/web`)?.tag, 'latest');
    assert.equal(imageRepository(`${host}/shop/web:1.2@sha256:ab`), `${host}/shop/web`);
  }
  for (const image of others) assert.equal(parseEcrImage(image), undefined, image);
});

test('the registries that a text names are found in it', () => {
  const named = ecrHosts.slice(0, 6);
  const text = [...named.map(([host]) => `"${host}/web"`), '"nginx"', ecrHosts.at(-1)?.[0]].join(' ');
  const found = named.map(([, region]) => ({ registryId: '123456789012', region }));
  assert.deepEqual(findEcrRegistries(text), found);
});

/** A Fargate task definition without an execution role. */
function taskWith(image: string): ReturnType<typeof parseDocument> {
  const container = { name: 'web', image, essential: true };
  const task = {
    family: 'web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
  };
  return parseDocument(JSON.stringify({ ...task, containerDefinitions: [container] }), { kind: 'taskDefinition' });
}

const needsRole = (image: string): boolean => check(taskWith(image)).some(({ rule }) => rule === 'TD070');

async function hasTags(image: string): Promise<boolean> {
  const region = /\.([a-z]{2,4}(?:-[a-z]+)+-\d)\./.exec(image)?.[1] ?? '';
  const read = (): Promise<object> => Promise.resolve({ imageDetails: [{ imageTags: ['1'] }] });
  return (await fetchImageTags({ region, read } as unknown as Connection, image)).length > 0;
}

test('the rule on the execution role, the list of tags and the Region of a file agree on what ECR is', async () => {
  for (const [host, region] of ecrHosts) {
    const image = `${host}/web:1`;
    assert.ok(needsRole(image), image);
    assert.ok(await hasTags(image), image);
    assert.equal(regionOf({ document: taskWith(image) }), region, image);
    assert.equal(accountOf({ document: taskWith(image) }), '123456789012', image);
  }
  for (const image of others) {
    assert.ok(!needsRole(`${image}:1`), image);
    assert.ok(!(await hasTags(`${image}:1`)), image);
  }
});
