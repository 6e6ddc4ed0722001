import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConfigSection, SharedConfig } from '../../../src/aws/profile/configFiles.ts';
import { toAwsError } from '../../../src/aws/errors.ts';
import { signInMethod, signInProfiles } from '../../../src/aws/profile/signInMethod.ts';
import { sharesSignIn, ssoSessionOf } from '../../../src/aws/profile/ssoSession.ts';

const session = { sso_region: 'eu-west-1', sso_start_url: 'https://example.awsapps.com/start' };

function config(profiles: Record<string, ConfigSection>): SharedConfig {
  return {
    profiles: new Map(Object.entries(profiles)),
    services: new Map(),
    sessions: new Map<string, ConfigSection>([
      ['corp', session],
      ['half', { sso_region: 'eu-west-1' }],
    ]),
  };
}

test('each kind of profile is renewed in its own way', () => {
  assert.equal(signInMethod([{ sso_session: 'corp' }]), 'identityCenter');
  assert.equal(signInMethod([{ sso_start_url: 'https://example.awsapps.com/start' }]), 'identityCenter');
  assert.equal(signInMethod([{ login_session: 'arn:aws:iam::111122223333:user/person' }]), 'awsLogin');
  assert.equal(signInMethod([{ mfa_serial: 'arn:aws:iam::111122223333:mfa/person' }, {}]), 'mfa');
  assert.equal(signInMethod([{ aws_access_key_id: 'a' }]), 'own');
});

test('the profiles that somebody can sign in to are found', () => {
  const shared = config({
    base: { sso_session: 'corp' },
    role: { role_arn: 'arn:aws:iam::111122223333:role/deployer', source_profile: 'base' },
    person: { login_session: 'arn:aws:iam::111122223333:user/person' },
    keys: { aws_access_key_id: 'a' },
  });
  assert.deepEqual(signInProfiles(shared), ['base', 'role', 'person']);
});

test('a session is found through a role, and shared by all profiles that name it', () => {
  const shared = config({
    base: { sso_session: 'corp' },
    role: { role_arn: 'arn:aws:iam::111122223333:role/deployer', source_profile: 'base' },
    other: { sso_session: 'half' },
    keys: {},
  });
  assert.equal(ssoSessionOf(shared, 'role')?.startUrl, session.sso_start_url);
  assert.deepEqual(ssoSessionOf(shared, 'role')?.scopes, ['sso:account:access']);
  assert.equal(ssoSessionOf(shared, 'keys'), undefined);
  assert.equal(sharesSignIn(shared, 'base', 'role'), true);
  assert.equal(sharesSignIn(shared, 'base', 'keys'), false);
  assert.equal(sharesSignIn(shared, 'keys', 'keys'), false);
});

test('a session that is missing, or says too little, is named', () => {
  const shared = config({ gone: { sso_session: 'nowhere' }, half: { sso_session: 'half' } });
  assert.throws(() => ssoSessionOf(shared, 'gone'), /nowhere/);
  assert.throws(() => ssoSessionOf(shared, 'half'), /half.*sso_start_url/);
});

test('what went wrong on the way to credentials keeps its kind', () => {
  const failed = (message: string) =>
    toAwsError(Object.assign(new Error(message), { name: 'CredentialsProviderError' })).kind;
  assert.equal(failed('UnauthorizedException: Session token not found or invalid'), 'expired');
  assert.equal(failed('ForbiddenException: No access'), 'denied');
  assert.equal(failed('Error: connect ECONNREFUSED 127.0.0.1:1'), 'network');
  assert.equal(failed('Failed to load a token for session x, please re-authenticate using aws login'), 'expired');
  assert.equal(failed('Could not load credentials from any providers'), 'noCredentials');
});
