import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { PanelKind, Show } from '../../../src/ui/webview/panelKind.ts';
import { stage, Uri } from '../../support/vscodeStandIn.ts';

const { Panels } = await import('../../../src/ui/webview/panels.ts');
type Given = ConstructorParameters<typeof Panels>[0];

interface Service {
  name: string;
}

const extension = { extensionUri: Uri.file('/extension') } as unknown as Given['extension'];
const happened: string[] = [];
let showAgain: Show<{ text: string }> = () => undefined;

const kind: PanelKind<Service, { text: string }, 'stop'> = {
  viewType: 'ecsService',
  page: 'service',
  keyOf: ({ name }) => name,
  titleOf: ({ name }) => `<${name}>`,
  readAction: (action) => (action === 'stop' ? action : undefined),
  fill: ({ name }, show) => {
    showAgain = show;
    return {
      onReady: () => show({ text: name }, { name }),
      onAction: (action) => happened.push(`${action} ${name}`),
      dispose: () => happened.push(`closed ${name}`),
    };
  },
};

afterEach(() => {
  stage.clear();
  happened.length = 0;
});

test('a page may load its own script and styles, and nothing else', () => {
  new Panels({ extension }).open(kind, { name: 'web' }, true);
  const { html, options } = stage.panels[0]!.webview;
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const [, nonce = ''] =
    /<script nonce="([^"]*)" src="https:\/\/webview\.test\/extension\/dist\/webview\/service\.js"><\/script>/.exec(
      html,
    ) ?? [];
  assert.ok(nonce.length > 20, html);
  assert.deepEqual(policy.replaceAll('&#39;', "'").split('; '), [
    "default-src 'none'",
    'style-src https://webview.test',
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  assert.deepEqual(options.localResourceRoots?.map(String), ['file:/extension/dist/webview']);
  assert.ok(html.includes('<title>&#60;web&#62;</title>'), html);
  assert.equal([...html.matchAll(/<script/g)].length, 1);
});

test('a page that is there is shown the subject, each time anew', () => {
  new Panels({ extension }).open(kind, { name: 'web' }, true);
  const [panel] = stage.panels;
  panel?.receive({ type: 'ready' });
  panel?.receive({ type: 'ready' });
  const message = { type: 'show', model: { text: 'web' }, restore: { name: 'web' } };
  assert.deepEqual(panel?.messages, [message, message]);
});

test('only actions of the panel reach it', () => {
  new Panels({ extension }).open(kind, { name: 'web' }, true);
  const [panel] = stage.panels;
  for (const message of [undefined, 'stop', { action: 'stop' }, { type: 'action' }, { type: 'action', action: 'go' }]) {
    panel?.receive(message);
  }
  assert.deepEqual(happened, []);
  panel?.receive({ type: 'action', action: 'stop' });
  assert.deepEqual(happened, ['stop web']);
});

test('a subject has one panel, another that takes its place has a new one', () => {
  const panels = new Panels({ extension });
  const web = { name: 'web' };
  panels.open(kind, web, true);
  panels.open(kind, web, true);
  assert.deepEqual([stage.panels.length, stage.panels[0]?.revealed], [1, 1]);
  panels.open(kind, { name: 'api' }, true);
  panels.open(kind, { name: 'web' }, true);
  assert.equal(stage.panels.length, 3);
  assert.deepEqual(happened, ['closed web']);
});

test('a closed panel watches nothing and is shown nothing', () => {
  const panels = new Panels({ extension });
  panels.open(kind, { name: 'web' }, true);
  const [panel] = stage.panels;
  panel?.dispose();
  showAgain({ text: 'late' }, undefined);
  assert.deepEqual(happened, ['closed web']);
  assert.deepEqual(panel?.messages, []);
  panels.open(kind, { name: 'web' }, true);
  assert.equal(stage.panels.length, 2);
});

test('what is left open when the extension ends is watched no longer, and stays for VS Code to bring back', () => {
  const panels = new Panels({ extension });
  panels.open(kind, { name: 'web' }, true);
  panels.dispose();
  assert.deepEqual(happened, ['closed web']);
});
