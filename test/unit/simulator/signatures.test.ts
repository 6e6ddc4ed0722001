import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ECS } from '@aws-sdk/client-ecs';
import { expectedSignature } from '../../simulator/http/signature.ts';
import type { SimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { openAccount, REGION } from './support/openAccount.ts';
import { hash, hmac, signedHeaders, type Signing } from './support/signedRequest.ts';

interface Answer {
  status: number;
  name: string;
  message: string;
}

function send(sim: SimulatedAccount, signing: Signing = {}, body = '{}'): Promise<Answer> {
  return post(sim, signedHeaders(sim, signing, body), body);
}

async function post(sim: SimulatedAccount, headers: Record<string, string>, body = '{}', query = ''): Promise<Answer> {
  const response = await fetch(`${sim.url}/${query}`, { method: 'POST', headers, body });
  const json = (await response.json()) as { __type?: string; message?: string; Message?: string };
  return {
    status: response.status,
    name: json.__type?.split('#').at(-1) ?? '',
    message: json.message ?? json.Message ?? '',
  };
}

test('the signature of AWS’s documented example comes out as documented', () => {
  const headers = new Map([
    ['content-type', 'application/x-www-form-urlencoded; charset=utf-8'],
    ['host', 'iam.amazonaws.com'],
    ['x-amz-date', '20150830T123600Z'],
  ]);
  const claim = {
    accessKeyId: 'AKIDEXAMPLE',
    day: '20150830',
    region: 'us-east-1',
    service: 'iam',
    signedHeaders: [...headers.keys()],
    signature: '',
    timestamp: '20150830T123600Z',
    sessionToken: undefined,
    presigned: false,
  };
  const request = { method: 'GET', target: '/?Action=ListUsers&Version=2010-05-08', headers, body: Buffer.alloc(0) };
  const signature = expectedSignature(request, claim, 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY');
  assert.equal(signature, '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7');
});

test('a signature made by hand passes', async (t) => {
  const { sim } = await openAccount(t);
  assert.equal((await send(sim)).status, 200);
  const spaced = { headers: { 'x-amz-note': 'two words' }, unsignedHeaders: { 'x-amz-note': '  two   words ' } };
  assert.equal((await send(sim, spaced)).status, 200, 'runs of blanks in a header count as one');
});

test('unknown key, wrong secret, changed body, unsigned payload', async (t) => {
  const { sim } = await openAccount(t);
  const mismatch = /^The request signature we calculated does not match the signature you provided\./;
  const unknown = await send(sim, { accessKeyId: 'AKIAUNKNOWN' });
  assert.deepEqual(unknown, {
    status: 400,
    name: 'UnrecognizedClientException',
    message: 'The security token included in the request is invalid.',
  });
  const cases: [Signing, RegExp][] = [
    [{ secret: 'another' }, mismatch],
    [{ signedPayload: hash('something else') }, mismatch],
    [{ signedPayload: 'UNSIGNED-PAYLOAD', headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }, mismatch],
    [{ service: 'logs' }, /^Credential should be scoped to correct service: 'ecs'/],
    [{ terminator: 'aws5_request' }, /valid terminator: 'aws4_request'/],
    [{ unsignedHeaders: { 'x-amz-extra': '1' } }, /^'x-amz-extra' must be a 'SignedHeader'/],
    [{ scopeDay: '20200101' }, /^Date in Credential scope does not match/],
  ];
  for (const [signing, message] of cases) {
    const answer = await send(sim, signing);
    assert.deepEqual([answer.status, answer.name], [400, 'InvalidSignatureException']);
    assert.match(answer.message, message);
  }
});

test('signatures of more than five minutes ago or ahead are refused, in AWS’s words', async (t) => {
  const { sim } = await openAccount(t);
  const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);
  const stamp = /\d{8}T\d{6}Z/.source;
  const old = await send(sim, { at: minutes(-6) });
  assert.equal(old.name, 'InvalidSignatureException');
  assert.match(
    old.message,
    new RegExp(`^Signature expired: ${stamp} is now earlier than ${stamp} \\(${stamp} - 5 min\\.\\)$`),
  );
  const early = await send(sim, { at: minutes(6) });
  assert.match(
    early.message,
    new RegExp(`^Signature not yet current: ${stamp} is still later than ${stamp} \\(${stamp} \\+ 5 min\\.\\)$`),
  );
  assert.equal((await send(sim, { at: minutes(-4) })).status, 200);
});

test('no signature, half a signature, no token', async (t) => {
  const { sim } = await openAccount(t);
  const target = { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters' };
  assert.equal((await post(sim, target)).name, 'MissingAuthenticationTokenException');
  const half = await post(sim, {
    ...target,
    authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-west-1/ecs/aws4_request',
  });
  assert.deepEqual(
    [half.name, half.message],
    ['IncompleteSignatureException', "Authorization header requires 'SignedHeaders' parameter."],
  );
  const other = await post(sim, { ...target, authorization: 'Bearer abc' });
  assert.equal(other.name, 'IncompleteSignatureException');
});

test('a presigned query is checked as well', async (t) => {
  const { sim } = await openAccount(t);
  const { accessKeyId, secretAccessKey } = sim.account.credential;
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${stamp.slice(0, 8)}/${REGION}/ecs/aws4_request`;
  const query = [
    'X-Amz-Algorithm=AWS4-HMAC-SHA256',
    `X-Amz-Credential=${encodeURIComponent(`${accessKeyId}/${scope}`)}`,
    `X-Amz-Date=${stamp}`,
    'X-Amz-Expires=60',
    'X-Amz-SignedHeaders=host',
  ].join('&');
  const canonical = ['POST', '/', query, `host:${new URL(sim.url).host}\n`, 'host', hash('{}')].join('\n');
  const text = ['AWS4-HMAC-SHA256', stamp, scope, hash(canonical)].join('\n');
  const key = [stamp.slice(0, 8), REGION, 'ecs', 'aws4_request'].reduce<Buffer>(
    hmac,
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  const signature = hmac(key, text).toString('hex');
  const target = { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters' };
  assert.equal((await post(sim, target, '{}', `?${query}&X-Amz-Signature=${signature}`)).status, 200);
  const forged = await post(sim, target, '{}', `?${query}&X-Amz-Signature=${signature.replace(/./, '0')}x`);
  assert.equal(forged.name, 'InvalidSignatureException');
});

test('session tokens: taken when they are right, refused when missing, wrong or expired', async (t) => {
  const account = await openAccount(t);
  const credential = account.sim.account.addCredential({ sessionToken: 'token-1', principal: 'Dev/alex' });
  const { accessKeyId, secretAccessKey } = credential;
  assert.equal((await account.clients({ credential }).sts.getCallerIdentity({})).Arn, credential.arn);
  const invalid = {
    name: 'UnrecognizedClientException',
    message: 'The security token included in the request is invalid.',
  };
  const without = { ...credential, sessionToken: undefined };
  await assert.rejects(account.clients({ credential: without }).ecs.listClusters({}), invalid);
  await assert.rejects(
    account.clients({ credential: { ...credential, sessionToken: 'token-2' } }).ecs.listClusters({}),
    invalid,
  );
  credential.expiresAt = Date.now() - 1000;
  const expired = new ECS({
    endpoint: account.sim.url,
    region: REGION,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey, sessionToken: 'token-1' },
  });
  t.after(() => expired.destroy());
  await assert.rejects(expired.listClusters({}), {
    name: 'ExpiredTokenException',
    message: 'The security token included in the request is expired',
  });
  const { sts } = account.clients({ credential });
  const refusal = await sts
    .getCallerIdentity({})
    .catch((error: unknown) => error as { name: string; $metadata: object });
  assert.ok('name' in refusal);
  assert.deepEqual([refusal.name, refusal.$metadata], ['ExpiredToken', { ...refusal.$metadata, httpStatusCode: 403 }]);
});

test('the SDK sets its clock right by the server’s Date', async (t) => {
  const account = await openAccount(t);
  const ecs = new ECS({
    endpoint: account.sim.url,
    region: REGION,
    credentials: account.sim.account.credential,
    maxAttempts: 2,
  });
  t.after(() => ecs.destroy());
  account.sim.faults.add({ kind: 'clockSkew', ms: 3_600_000 });
  await ecs.listClusters({});
  const seen = account.sim.ledger.since().map((entry) => entry.errorCode);
  assert.deepEqual(seen, ['InvalidSignatureException', undefined]);
});

test('AssumeRole gives keys of the role’s account, with the permissions set for the role', async (t) => {
  const account = await openAccount(t);
  const other = account.sim.world.addAccount({ id: '210987654321' });
  other.rolePermissions.set('ReadOnly', { allow: ['ecs:List*', 'ecs:Describe*'] });
  const asked = Date.now();
  const answer = await account.sts.assumeRole({
    RoleArn: 'arn:aws:iam::210987654321:role/ReadOnly',
    RoleSessionName: 'alex',
    DurationSeconds: 900,
  });
  assert.equal(answer.AssumedRoleUser?.Arn, 'arn:aws:sts::210987654321:assumed-role/ReadOnly/alex');
  const end = (answer.Credentials?.Expiration?.getTime() ?? 0) - 900_000;
  // The protocol writes whole seconds.
  assert.ok(end > asked - 1000 && end <= Date.now());
  const credential = account.sim.world.credentials.find(answer.Credentials?.AccessKeyId ?? '');
  const { ecs, sts } = account.clients({ credential });
  assert.equal((await sts.getCallerIdentity({})).Account, '210987654321');
  assert.deepEqual((await ecs.listClusters({})).clusterArns, []);
  await assert.rejects(ecs.createCluster({ clusterName: 'quay' }), {
    name: 'AccessDeniedException',
    message:
      'User: arn:aws:sts::210987654321:assumed-role/ReadOnly/alex is not authorized to perform: ecs:CreateCluster on resource: * because no identity-based policy allows the ecs:CreateCluster action',
  });
  await assert.rejects(account.sts.assumeRole({ RoleArn: 'arn:aws:iam::999999999999:role/x', RoleSessionName: 'a' }), {
    name: 'AccessDenied',
  });
});
