import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConfigSection, SharedConfig } from '../../../src/aws/profile/configFiles.ts';
import { type ConnectionRequest, resolveConnectionSpec } from '../../../src/aws/profile/connectionSpec.ts';
import type { AwsErrorKind } from '../../../src/aws/errors.ts';

const local = 'http://127.0.0.1:4566';

function config(profiles: Record<string, ConfigSection>, services: Record<string, ConfigSection> = {}): SharedConfig {
  return {
    profiles: new Map(Object.entries(profiles)),
    services: new Map(Object.entries(services)),
    sessions: new Map(),
  };
}

function resolve(request: Partial<ConnectionRequest>, env: Record<string, string>, shared: SharedConfig) {
  return resolveConnectionSpec({ trusted: true, ...request }, env, shared);
}

function assertKind(kind: AwsErrorKind, act: () => unknown): void {
  assert.throws(act, (error: { kind?: string }) => error.kind === kind);
}

const two = config({
  default: { region: 'eu-west-1', aws_access_key_id: 'a' },
  dev: { region: 'eu-west-3', endpoint_url: local },
});

test('the request comes before AWS_PROFILE, which comes before default', () => {
  assert.equal(resolve({ profile: 'dev' }, { AWS_PROFILE: 'default' }, two).profile, 'dev');
  assert.equal(resolve({}, { AWS_PROFILE: 'dev' }, two).profile, 'dev');
  assert.equal(resolve({}, {}, two).profile, 'default');
});

test('credentials in the environment come before the default profile, not before a named one', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_REGION: 'us-east-1' };
  assert.equal(resolve({}, keys, two).profile, undefined);
  assert.equal(resolve({ profile: 'dev' }, keys, two).profile, 'dev');
});

test('the Region follows request, environment, profile', () => {
  assert.equal(resolve({ region: 'us-east-2' }, { AWS_REGION: 'us-east-1' }, two).region, 'us-east-2');
  assert.equal(resolve({}, { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-west-1' }, two).region, 'us-east-1');
  assert.equal(resolve({}, { AWS_DEFAULT_REGION: 'us-west-1' }, two).region, 'us-west-1');
  assert.equal(resolve({}, {}, two).region, 'eu-west-1');
});

test('endpoint_url is honoured for whichever profile is chosen', () => {
  assert.equal(resolve({ profile: 'dev' }, { AWS_PROFILE: 'default' }, two).endpoints.ecs, local);
  assert.equal(resolve({ profile: 'default' }, { AWS_PROFILE: 'dev' }, two).endpoints.ecs, undefined);
});

test('an endpoint of one service comes before the one for all', () => {
  const shared = config(
    { dev: { region: 'eu-west-3', endpoint_url: local, services: 'emulated' } },
    { emulated: { 'cloudwatch_logs.endpoint_url': 'http://127.0.0.1:9' } },
  );
  const { endpoints } = resolve({ profile: 'dev' }, {}, shared);
  const { ecs, logs, sso, ssoOidc, sts } = endpoints;
  assert.deepEqual({ ecs, sso, ssoOidc, sts }, { ecs: local, sso: local, ssoOidc: local, sts: local });
  assert.equal(logs, 'http://127.0.0.1:9');
});

test('the environment comes before the profile, and the setting before both', () => {
  const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_ENDPOINT_URL_ECS: 'http://127.0.0.1:2' };
  const { endpoints } = resolve({ profile: 'dev' }, env, two);
  assert.equal(endpoints.ecs, 'http://127.0.0.1:2');
  assert.equal(endpoints.logs, 'http://127.0.0.1:1');
  const own = resolve({ profile: 'dev', endpointUrl: 'http://127.0.0.1:3' }, env, two);
  assert.equal(own.endpoints.ecs, 'http://127.0.0.1:3');
});

test('a variable that is set to nothing is not set', () => {
  const empty = { AWS_ENDPOINT_URL: '', AWS_ENDPOINT_URL_ECS: '', AWS_PROFILE: '', AWS_REGION: '' };
  const { endpoints, region } = resolve({ profile: 'dev' }, empty, two);
  assert.deepEqual([endpoints.ecs, endpoints.sts, region], [local, local, 'eu-west-3']);
  assert.equal(resolve({}, empty, two).profile, 'default');
});

test('ignore_configured_endpoint_urls is obeyed', () => {
  const shared = config({ dev: { region: 'eu-west-3', endpoint_url: local, ignore_configured_endpoint_urls: 'true' } });
  assert.equal(resolve({ profile: 'dev' }, {}, shared).endpoints.ecs, undefined);
});

test('what is missing or wrong is said before anything is sent', () => {
  assertKind('badProfile', () => resolve({ profile: 'nobody' }, {}, two));
  assertKind('badProfile', () => resolve({}, { AWS_PROFILE: 'nobody' }, two));
  assertKind('badProfile', () => resolve({ profile: '', region: 'eu-west-1' }, { AWS_PROFILE: 'nobody' }, two));
  assertKind('badProfile', () => resolve({ profile: '' }, { AWS_DEFAULT_PROFILE: 'nobody' }, two));
  assertKind('noRegion', () => resolve({ profile: 'bare' }, {}, config({ bare: {} })));
  assertKind('badRegion', () => resolve({ region: 'evil.example.com/' }, {}, two));
  assertKind('badEndpoint', () => resolve({ endpointUrl: 'localhost' }, {}, two));
  assertKind('badEndpoint', () => resolve({ endpointUrl: 'file:///etc/passwd' }, {}, two));
});

test('credentials are asked for before a Region, which most profiles bring', () => {
  assertKind('notConfigured', () => resolve({}, {}, config({})));
  assertKind('noCredentials', () => resolve({}, {}, config({ dev: { region: 'eu-west-3' } })));
  assertKind('noRegion', () => resolve({}, {}, config({ default: { aws_access_key_id: 'a' } })));
  assertKind('noRegion', () => resolve({}, { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }, config({})));
  assert.equal(resolve({ region: 'eu-west-1' }, {}, config({})).region, 'eu-west-1');
});

test('no credential_process is run for an untrusted workspace, not even in a source profile', () => {
  const shared = config({
    base: { credential_process: 'steal' },
    dev: { region: 'eu-west-3', role_arn: 'arn:aws:iam::111122223333:role/dev', source_profile: 'base' },
  });
  assertKind('untrusted', () => resolve({ profile: 'dev', trusted: false }, {}, shared));
  assert.equal(resolve({ profile: 'dev' }, {}, shared).profile, 'dev');
});

test('a cycle of source profiles ends', () => {
  const shared = config({ a: { region: 'eu-west-3', source_profile: 'b' }, b: { source_profile: 'a' } });
  assert.equal(resolve({ profile: 'a' }, {}, shared).signIn, 'own');
});

test('an SSO session is found through the source profile', () => {
  const shared = config({ base: { sso_session: 'corp' }, dev: { region: 'eu-west-3', source_profile: 'base' } });
  assert.equal(resolve({ profile: 'dev' }, {}, shared).signIn, 'identityCenter');
});

test('different endpoints make different connections', () => {
  const a = resolve({ profile: 'dev' }, {}, two).id;
  const b = resolve({ profile: 'dev', endpointUrl: 'http://127.0.0.1:3' }, {}, two).id;
  assert.notEqual(a, b);
});
