import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { AwsError, type AwsErrorKind } from '../../../src/aws/errors.ts';
import { connectTo, type ProfileToWrite, useAwsFiles } from '../../support/awsFiles.ts';
import { type FakeAws, raw, startFakeAws } from '../../support/fakeAws.ts';

const role = 'arn:aws:iam::111122223333:role/dev';
const key = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret', sessionToken: undefined };

/** What STS answers in its query protocol. */
function issued(operation: string): string {
  const credentials =
    '<AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>' +
    `<Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration>`;
  return `<${operation}Response><${operation}Result><Credentials>${credentials}</Credentials></${operation}Result></${operation}Response>`;
}

function stsError(code: string, message: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
}

const xml = { 'Content-Type': 'text/xml' };

describe('a profile that says where its credentials come from', () => {
  let fake: FakeAws;
  let files: { remove(): Promise<void> };

  before(async () => {
    fake = await startFakeAws({
      ListClusters: () => ({ clusterArns: [] }),
      AssumeRoleWithWebIdentity: () => raw(200, issued('AssumeRoleWithWebIdentity'), xml),
      AssumeRole: () =>
        raw(
          403,
          stsError('AccessDenied', 'MultiFactorAuthentication failed with invalid MFA one time pass code. '),
          xml,
        ),
    });
    const at = { region: 'cn-north-1', endpoint_url: fake.url };
    const profiles: Record<string, ProfileToWrite> = {
      keys: { credential: key as never, settings: at },
      failing: {
        settings: { ...at, credential_process: `sh -c "echo 'vault: token missing' >&2; exit 3" --key hidden` },
      },
      garbage: { settings: { ...at, credential_process: 'echo hello' } },
      first: { settings: { ...at, role_arn: role, source_profile: 'second' } },
      second: { settings: { role_arn: role, source_profile: 'first' } },
      orphan: { settings: { ...at, role_arn: role, source_profile: 'nobody' } },
      bare: { settings: { ...at, role_arn: role } },
      nowhere: { settings: { ...at, role_arn: role, credential_source: 'Nowhere' } },
      noToken: { settings: { ...at, role_arn: role, web_identity_token_file: '/nonexistent/token' } },
      noSession: { settings: { ...at, sso_session: 'gone', sso_account_id: '111122223333', sso_role_name: 'Dev' } },
      half: { settings: { ...at, sso_start_url: 'https://example.awsapps.com/start' } },
      login: { settings: { ...at, login_session: 'arn:aws:iam::111122223333:user/dev' } },
      mfa: { settings: { ...at, role_arn: role, source_profile: 'keys', mfa_serial: 'arn:aws:iam::1:mfa/me' } },
    };
    files = await useAwsFiles(profiles);
    process.env['AWS_EC2_METADATA_DISABLED'] = 'true';
  });

  after(async () => {
    await files.remove();
    await fake.close();
  });

  async function failure(profile: string): Promise<AwsError> {
    const connection = await connectTo({ profile }, { mfa: async () => '000000' });
    try {
      await connection.read('ecs', 'ListClusters', {});
    } catch (error) {
      assert.ok(error instanceof AwsError);
      return error;
    } finally {
      connection.dispose();
    }
    throw new Error(`${profile} got through.`);
  }

  const reasons: Record<string, RegExp> = {
    failing: /^credential_process failed: vault: token missing$/,
    garbage: /invalid JSON/,
    first: /cycle/,
    orphan: /“nobody”.*missing/,
    bare: /source_profile or credential_source/,
    nowhere: /Nowhere/,
    noToken: /\/nonexistent\/token/,
    noSession: /sso-session “gone”/,
    half: /sso_region/,
  };
  for (const [profile, reason] of Object.entries(reasons)) {
    it(`says why there are none: ${profile}`, async () => {
      const error = await failure(profile);
      assert.equal(error.kind, 'credentialSource');
      assert.match(error.message, reason);
    });
  }

  const kinds: Record<string, AwsErrorKind> = { login: 'expired', mfa: 'mfaNeeded' };
  for (const [profile, kind] of Object.entries(kinds)) {
    it(`offers to sign in where that mends it: ${profile}`, async () =>
      assert.equal((await failure(profile)).kind, kind));
  }

  it('runs a credential_process that fails once, not again for the rest of the chain', async () => {
    const counter = join(dirname(process.env['AWS_CONFIG_FILE'] ?? ''), 'runs');
    const own = await useAwsFiles({
      counting: { settings: { region: 'eu-west-1', credential_process: `sh -c "echo run >> ${counter}; exit 1"` } },
    });
    await failure('counting');
    const { readFile } = await import('node:fs/promises');
    assert.equal(await readFile(counter, 'utf8'), 'run\n');
    await own.remove();
  });

  it('takes a web identity to the STS of the profile, in its Region', async () => {
    const token = join(dirname(process.env['AWS_CONFIG_FILE'] ?? ''), 'token');
    await writeFile(token, 'a.b.c');
    const config = [
      '\uFEFF[profile web]  # comment',
      'region = cn-north-1',
      `role_arn = ${role}`,
      `web_identity_token_file = ${token}`,
      'services = local',
      '[services local]',
      'sts =',
      `  endpoint_url = ${fake.url}`,
      'ecs =',
      `  endpoint_url = ${fake.url}`,
    ];
    await writeFile(process.env['AWS_CONFIG_FILE'] ?? '', config.join('\r\n'));
    const connection = await connectTo({ profile: 'web' });
    assert.deepEqual((await connection.read('ecs', 'ListClusters', {})).clusterArns, []);
    assert.ok(fake.asked.includes('AssumeRoleWithWebIdentity'));
    connection.dispose();
  });
});
