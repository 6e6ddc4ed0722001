import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { AwsError, AwsErrorKind } from '../../../src/aws/errors.ts';
import { ssoTokenFile } from '../../../src/aws/signIn/ssoTokenFile.ts';
import { connectTo } from '../../support/awsFiles.ts';
import { dev, signIn, type SignInStage, startStage } from './signInSession.ts';

const isKind = (kind: AwsErrorKind) => (error: AwsError) => error.kind === kind;

describe('sign-in to IAM Identity Center', () => {
  let stage: SignInStage;

  before(async () => {
    stage = await startStage();
  });

  beforeEach(() => {
    stage.server.sso.visitor = 'allow';
    // Without an interval the client waits five seconds of its own, which `quick` makes half a second.
    Object.assign(stage.server.sso.lifetimes, { token: 3600, deviceCode: 600, interval: 0 });
  });

  afterEach(() => stage.server.faults.clear());

  after(() => stage.close());

  const identityOf = async (profile: string) => {
    const connection = await connectTo({ profile });
    try {
      return await connection.identity();
    } finally {
      connection.dispose();
    }
  };

  for (const flow of ['browser', 'deviceCode'] as const) {
    it(`gives credentials after the ${flow} flow`, async () => {
      await signIn(stage, { flow });
      const { account, arn } = await identityOf('dev');
      assert.equal(account, dev);
      assert.match(arn, /AWSReservedSSO_Developer/);
    });

    it(`says that it was declined in the ${flow} flow`, async () => {
      stage.server.sso.visitor = 'deny';
      await assert.rejects(signIn(stage, { flow }), isKind('signInDeclined'));
    });

    it(`ends without a trace when the ${flow} flow is cancelled`, async () => {
      const cancel = new AbortController();
      const before = await filesIn(stage.home);
      const signingIn = signIn(stage, { flow, signal: cancel.signal, visit: () => cancel.abort() });
      await assert.rejects(signingIn, isKind('aborted'));
      assert.deepEqual(await filesIn(stage.home), before);
    });

    it(`says that the network is lost before the ${flow} flow has begun`, async () => {
      stage.server.faults.add({ operation: 'sso-oidc:RegisterClient', kind: 'resetBefore' });
      await assert.rejects(signIn(stage, { flow }), isKind('network'));
    });
  }

  it('writes the token as the AWS CLI does: named for the SHA-1 of the session, same fields, readable by its owner alone', async () => {
    await signIn(stage, { flow: 'deviceCode' });
    const written = join(stage.home, '.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json');
    const token = JSON.parse(await readFile(written, 'utf8')) as Record<string, string>;
    assert.deepEqual(Object.keys(token).sort(), [
      'accessToken',
      'clientId',
      'clientSecret',
      'expiresAt',
      'refreshToken',
      'region',
      'registrationExpiresAt',
      'startUrl',
    ]);
    assert.equal(token['startUrl'], 'https://example.awsapps.com/start');
    assert.equal(token['region'], 'eu-west-1');
    assert.match(token['expiresAt'] ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.equal((await stat(written)).mode & 0o777, 0o600);
    assert.equal((await stat(join(stage.home, '.aws/sso/cache'))).mode & 0o777, 0o700);
  });

  it('signs in a profile without a session of its own by its start URL', async () => {
    await signIn(stage, { flow: 'deviceCode', profile: 'legacy' });
    assert.equal((await identityOf('legacy')).account, dev);
  });

  it('shows the code that the page shows', async () => {
    let shown = '';
    let page = '';
    stage.server.sso.visitor = 'ask';
    await signIn(stage, {
      flow: 'deviceCode',
      visit: async (url, code) => {
        shown = code?.userCode ?? '';
        page = await (await fetch(url)).text();
        await fetch(`${url}&answer=allow`);
      },
    });
    assert.match(shown, /^\w{4}-\w{4}$/);
    assert.ok(page.includes(shown));
  });

  it('says so when the code runs out because nobody confirms it', async () => {
    stage.server.sso.lifetimes.deviceCode = 1;
    await assert.rejects(signIn(stage, { flow: 'deviceCode', visit: () => undefined }), isKind('signInTimedOut'));
  });

  it('gives up when the browser was closed and nobody comes back', async () => {
    const signingIn = signIn(stage, { flow: 'browser', visit: () => undefined, patience: 200 });
    await assert.rejects(signingIn, isKind('signInTimedOut'));
  });

  it('waits for a network that is lost while the person confirms', async () => {
    stage.server.faults.add({ operation: 'sso-oidc:CreateToken', kind: 'resetBefore', count: 8 });
    const states: boolean[] = [];
    await signIn(stage, { flow: 'deviceCode', offline: (offline) => states.push(offline) });
    assert.ok(states.includes(true));
    assert.equal((await identityOf('dev')).account, dev);
  });

  it('asks less often when it is told to', async () => {
    stage.server.faults.add({
      operation: 'sso-oidc:CreateToken',
      kind: 'error',
      error: { name: 'SlowDownException', message: 'slow down' },
      count: 1,
    });
    await signIn(stage, { flow: 'deviceCode' });
    assert.equal((await identityOf('dev')).account, dev);
  });

  it('takes no code from a page that does not know its state', async () => {
    stage.server.sso.visitor = 'ask';
    const cancel = new AbortController();
    const signingIn = signIn(stage, {
      flow: 'browser',
      signal: cancel.signal,
      visit: async (url) => {
        const back = new URL(new URL(url).searchParams.get('redirect_uri') ?? '');
        back.search = '?code=forged&state=forged';
        assert.equal((await fetch(back)).status, 404);
        cancel.abort();
      },
    });
    await assert.rejects(signingIn, isKind('aborted'));
  });

  it('leaves a token that the SDK refreshes by itself, without anybody signing in', async () => {
    stage.server.sso.lifetimes.token = 60;
    await signIn(stage, { flow: 'browser' });
    stage.server.sso.lifetimes.token = 3600;
    const file = ssoTokenFile(await stage.session('dev'));
    const first = JSON.parse(await readFile(file, 'utf8')) as { accessToken: string };
    const mark = stage.server.ledger.mark();
    assert.equal((await identityOf('dev')).account, dev);
    const refreshed = JSON.parse(await readFile(file, 'utf8')) as { accessToken: string };
    assert.notEqual(refreshed.accessToken, first.accessToken);
    const [request] = stage.server.ledger.since(mark, 'sso-oidc:CreateToken');
    assert.equal(request?.input['grantType'], 'refresh_token');
  });

  it('is what an expired token is answered with', async () => {
    await signIn(stage, { flow: 'browser' });
    stage.server.sso.revokeAll();
    await assert.rejects(identityOf('dev'), isKind('expired'));
    await signIn(stage, { flow: 'browser' });
    assert.equal((await identityOf('dev')).account, dev);
  });

  it('does not help with a role that nobody gave the person', async () => {
    await signIn(stage, { flow: 'browser' });
    stage.server.sso.withheldRoles.add(`${dev}/Admin`);
    await assert.rejects(identityOf('withheld'), isKind('denied'));
    await assert.rejects(identityOf('withheld'), /does not give you the role Admin in account 111122223333/);
  });
});

async function filesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files.sort((a, b) => a.localeCompare(b));
}
