import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseStartOptions } from '../../host/startOptions.ts';

describe('the words after npm start', () => {
  it('may be none', () => {
    const expected = { help: false, real: false, port: undefined, folder: undefined, speed: 4 };
    assert.deepEqual(parseStartOptions([]), expected);
  });

  it('choose account, port, folder and speed', () => {
    const options = parseStartOptions(['--real', '--port', '8080', '--folder', import.meta.dirname, '--speed=0.5']);
    assert.deepEqual(options, { help: false, real: true, port: 8080, folder: import.meta.dirname, speed: 0.5 });
  });

  for (const [words, expected] of [
    [['--port', 'abc'], /'abc' is no port/],
    [['--port', '70000'], /'70000' is no port/],
    [['--port', '0'], /'0' is no port/],
    [['--speed', 'fast'], /'fast' is no speed/],
    [['--folder', '/no/such/folder'], /There is no folder \/no\/such\/folder/],
    [['--prot', '1'], /--prot/],
  ] as const) {
    it(`are refused with a sentence: ${words.join(' ')}`, () => {
      assert.throws(() => parseStartOptions([...words]), expected);
    });
  }
});
