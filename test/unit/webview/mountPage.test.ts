import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './openPage.ts';

const { html } = await import('lit/html.js');
const { mountPage } = await import('../../../src/ui/webview/page/mountPage.ts');

const view = ({ text }: { text: string }) => html`<input /><b>${text}</b>`;

test('a page says that it is there, and shows what it is sent', () => {
  const page = openPage();
  mountPage(view);
  assert.deepEqual(page.sent, [{ type: 'ready' }]);
  page.show({ text: 'one' });
  assert.equal(page.element.textContent, 'one');
});

test('a message that is none of ours changes nothing', () => {
  const page = openPage();
  mountPage(view);
  page.show({ text: 'one' }, 'subject');
  for (const message of [undefined, 'show', { type: 'hide', model: { text: 'two' } }, { type: 'show', model: 'two' }]) {
    page.receive(message);
  }
  assert.equal(page.element.textContent, 'one');
  assert.deepEqual(page.state, { restore: 'subject' });
});

test('an update keeps what a person has typed, and the focus', () => {
  const page = openPage();
  mountPage(view);
  page.show({ text: 'one' });
  const input = page.element.querySelector('input')!;
  input.value = 'typed';
  input.focus();
  page.show({ text: 'two' });
  assert.equal(page.element.textContent, 'two');
  assert.equal(document.activeElement, input);
  assert.equal(input.value, 'typed');
});

test('what is kept is the subject and the place, and nothing of what was shown', () => {
  const page = openPage({ restore: 'old', scroll: 120 });
  const scrolled: number[] = [];
  window.scrollTo = (_x?: unknown, y?: number) => void scrolled.push(y ?? 0);
  mountPage(view);
  page.show({ text: 'secret' }, 'subject');
  page.show({ text: 'secret' }, 'subject');
  assert.deepEqual(scrolled, [120]);
  assert.deepEqual(page.state, { restore: 'subject', scroll: 120 });
});

test('what cannot be seen stands as its code', () => {
  const page = openPage();
  mountPage(view);
  page.show({ text: 'a\u001b[31mred\u0007\r\nb\tc \u202etxt.exe \u0085' });
  assert.equal(page.element.textContent, 'a␛[31mred␇\nb\tc ‹202e›txt.exe ‹85›');
});
