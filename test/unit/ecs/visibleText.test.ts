import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeSpan, plainMarkdown, visibleLine, visibleText } from '../../../src/ecs/text/visibleText.ts';
import { assertVisible } from '../../support/foreignText.ts';

test('what cannot be seen stands as its picture or code', () => {
  assert.equal(visibleText('a\u001b[31m\r\nb\tc \u202etxt.exe \u0085\u2028'), 'a␛[31m\nb\tc ‹202e›txt.exe ‹85›‹2028›');
  assert.equal(visibleLine('a\nb\r\n\tc'), 'a␊b␍␊␉c');
});

test('what people write in any language stays as it is', () => {
  for (const text of ['Straße · “naïve” — 東京', 'שלום עולם', 'مرحبا', 'می‌خواهم', '👩‍💻 🏳️‍🌈']) {
    assert.equal(visibleText(text), text);
    assert.equal(visibleLine(text), text);
  }
});

test('nothing is hidden in any text, and a line stays one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(0x2fff)).map((codes) => String.fromCharCode(...codes)),
      (text) => {
        assertVisible(visibleLine(text), 'line');
        assertVisible(visibleText(text), 'text', { lines: true });
        assert.equal(visibleLine(visibleLine(text)), visibleLine(text));
      },
    ),
  );
});

test('as Markdown it says just that', () => {
  assert.equal(plainMarkdown('[a](command:b) *c*\n\n# d $(e)'), String.raw`\[a\](command:b) \*c\* \# d \$(e)`);
  assert.equal(codeSpan('a`b\nc'), '`aˋb␊c`');
});
