import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hostEnvironment } from '../../host/hostEnvironment.ts';

const profile = { root: '/s', home: '/s/home', userData: '/s/data', extensions: '/s/extensions' };

it('the environment of a VS Code under test hides the AWS account, the npm and the editor of the person', () => {
  const env = hostEnvironment(
    profile,
    { AWS_PROFILE: 'chosen', LANG: undefined },
    {
      PATH: '/repo/node_modules/.bin:/npm/node-gyp-bin:/usr/bin',
      HOME: '/home/person',
      LANG: 'de_DE.UTF-8',
      TZ: 'UTC',
      AWS_ACCESS_KEY_ID: 'AKIAPERSON',
      AWS_PROFILE: 'person',
      VSCODE_IPC_HOOK: '/run/hook',
      npm_config_registry: 'http://registry',
      NODE_OPTIONS: '--inspect',
      XDG_CONFIG_HOME: '/home/person/.config',
    },
  );
  assert.equal(env.PATH, '/usr/bin');
  assert.equal(env.HOME, '/s/home');
  assert.equal(env.TZ, 'UTC');
  assert.equal(env.AWS_PROFILE, 'chosen');
  assert.equal(env.LANG, undefined);
  assert.equal(env.AWS_CONFIG_FILE, '/s/home/.aws/config');
  assert.equal(env.XDG_CONFIG_HOME, '/s/home/.config');
  for (const name of ['AWS_ACCESS_KEY_ID', 'VSCODE_IPC_HOOK', 'npm_config_registry', 'NODE_OPTIONS']) {
    assert.equal(name in env, false, name);
  }
});
