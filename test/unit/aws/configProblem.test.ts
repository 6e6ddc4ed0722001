import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { configProblemOf, fetchSharedConfig } from '../../../src/aws/profile/configFiles.ts';
import { type ConnectionSpec, resolveConnectionSpec } from '../../../src/aws/profile/connectionSpec.ts';
import type { ConfigProblem } from '../../../src/aws/profile/configProblem.ts';
import { profileFingerprint } from '../../../src/aws/profile/profileFingerprint.ts';

const keys = '[dev]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = example-key\n';
const endpoint = 'http://127.0.0.1:4566';
const good = `[profile prod]\nregion = eu-west-1\n\n[profile dev]\nregion = eu-west-3\nendpoint_url = ${endpoint}\n`;

/** A profile with keys and an endpoint of its own: half of what is meant must never reach AWS. */
describe('configuration files that cannot be read as they are meant', () => {
  let folder = '';
  let config = '';
  const environment = { ...process.env };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ecs-config-'));
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'credentials');
  });
  beforeEach(async () => {
    config = join(folder, 'config');
    process.env['AWS_CONFIG_FILE'] = config;
    await writeFile(join(folder, 'credentials'), keys);
  });
  after(async () => {
    Object.assign(process.env, environment);
    delete process.env['AWS_CONFIG_FILE'];
    delete process.env['AWS_SHARED_CREDENTIALS_FILE'];
    await rm(folder, { recursive: true });
  });

  async function resolve(text: string | Buffer): Promise<ConnectionSpec> {
    await writeFile(config, text);
    return resolveConnectionSpec(
      { trusted: true, profile: 'dev', region: 'eu-west-3' },
      process.env,
      await fetchSharedConfig(),
    );
  }

  it('reads what is whole: comments, nested settings, continued lines, either line ending, a byte-order mark', async () => {
    const further =
      '# all\n; of it\n[services local]\necs =\n  endpoint_url = http://127.0.0.1:1\n[default]\nrole =\n   more\n';
    for (const text of [good, good.replaceAll('\n', '\r\n'), `\ufeff${good}`, `${good}${further}`]) {
      assert.equal((await resolve(text)).endpoints.ecs, endpoint, JSON.stringify(text));
    }
  });

  const broken: Record<string, [text: string | Buffer, says: RegExp]> = {
    'a heading without its bracket': [good.replace('[profile dev]', '[profile dev'), /^Line 4 of the AWS config/],
    'an endpoint without “=”': [good.replace('endpoint_url =', 'endpoint_url'), /^Line 6 /],
    'an endpoint behind a colon, indented': [good.replace('endpoint_url =', '  endpoint_url:'), /^Line 6 /],
    'a merge that was not finished': [
      good.replace('region = eu-west-3', '<<<<<<< HEAD\nregion = eu-west-3'),
      /^Line 5 /,
    ],
    'a name that makes the SDK give up': [`${good}[__proto__]\n`, /^Line 7 /],
    'UTF-16': [Buffer.from(`\ufeff${good}`, 'utf16le'), /^Line 1 /],
    'a section that no tool takes for the profile': [good.replace('[profile dev]', '[dev]'), /\[profile dev\]/],
    'a section whose name has a space': [good.replace('[profile dev]', '[Profile "dev"]'), /\[profile dev\]/],
  };

  for (const [what, [text, says]] of Object.entries(broken)) {
    it(`refuses ${what}, and says where`, async () => {
      await assert.rejects(resolve(text), (error: Error & { kind?: string }) => {
        assert.equal(error.kind, 'badConfig');
        assert.match(error.message, says);
        assert.ok(error.message.includes(config) && !error.message.includes(endpoint), error.message);
        return true;
      });
    });
  }

  it('tells the file and the line, for an editor to open', async () => {
    await writeFile(config, good.replace('[profile dev]', '[dev]'));
    assert.deepEqual(place(configProblemOf(await fetchSharedConfig(), 'dev')), [config, 4]);
    assert.equal(configProblemOf(await fetchSharedConfig(), 'prod'), undefined);
    await writeFile(join(folder, 'credentials'), `${keys}[prod\n`);
    assert.deepEqual(place(configProblemOf(await fetchSharedConfig(), 'prod')), [join(folder, 'credentials'), 4]);
  });

  it('refuses a file that may not be read, and takes a missing one for empty', async () => {
    config = join(folder, 'folder');
    await mkdir(config);
    process.env['AWS_CONFIG_FILE'] = config;
    const request = { trusted: true, profile: 'dev', region: 'eu-west-3' };
    const shared = await fetchSharedConfig();
    assert.throws(() => resolveConnectionSpec(request, process.env, shared), /cannot be read \(EISDIR\)/);
    process.env['AWS_CONFIG_FILE'] = join(folder, 'none');
    const spec = resolveConnectionSpec(request, process.env, await fetchSharedConfig());
    assert.equal(spec.endpoints.ecs, undefined);
  });

  it('refuses keys under a broken heading: they would count for the profile above', async () => {
    await writeFile(join(folder, 'credentials'), `${keys}[prod\naws_access_key_id = AKIDPROD\n`);
    await assert.rejects(resolve(good), /^AwsError: Line 4 /);
  });

  it('has a profile start over once its file is whole again', async () => {
    await writeFile(config, `${good}[services\n`);
    const before = profileFingerprint(await fetchSharedConfig(), 'dev');
    await writeFile(config, good);
    assert.notEqual(profileFingerprint(await fetchSharedConfig(), 'dev'), before);
  });

  it('does not stand in the way of credentials of the environment, which need no file', async () => {
    await writeFile(config, '[profile dev\n');
    const env = { ...process.env, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_REGION: 'eu-west-1' };
    assert.equal(resolveConnectionSpec({ trusted: true }, env, await fetchSharedConfig()).profile, undefined);
  });
});

function place(problem: ConfigProblem | undefined): unknown[] {
  return [problem?.path, problem?.line];
}
