import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConfigSection, SharedConfig } from '../../../src/aws/profile/configFiles.ts';
import { profileFingerprint } from '../../../src/aws/profile/profileFingerprint.ts';

function config(profiles: Record<string, ConfigSection>, sessions: Record<string, ConfigSection> = {}): SharedConfig {
  const map = (entries: Record<string, ConfigSection>) => new Map(Object.entries(entries));
  return { profiles: map(profiles), services: map({}), sessions: map(sessions) };
}

const base = { region: 'eu-west-3', aws_access_key_id: 'a' };
const before = config(
  { base, role: { source_profile: 'base' }, sso: { sso_session: 'corp' } },
  { corp: { sso_region: 'x' } },
);

test('it changes with what a profile, its source or its session says, and with nothing else', () => {
  const renewed = config(
    {
      base: { ...base, aws_access_key_id: 'b' },
      role: { source_profile: 'base' },
      sso: { sso_session: 'corp' },
      more: {},
    },
    { corp: { sso_region: 'x' } },
  );
  assert.notEqual(profileFingerprint(before, 'base'), profileFingerprint(renewed, 'base'));
  assert.notEqual(profileFingerprint(before, 'role'), profileFingerprint(renewed, 'role'));
  assert.equal(profileFingerprint(before, 'sso'), profileFingerprint(renewed, 'sso'));
  const moved = config({ sso: { sso_session: 'corp' } }, { corp: { sso_region: 'y' } });
  assert.notEqual(profileFingerprint(before, 'sso'), profileFingerprint(moved, 'sso'));
});

test('it shows no secret', () => {
  assert.doesNotMatch(profileFingerprint(config({ base: { aws_secret_access_key: 'hush' } }), 'base'), /hush/);
});
