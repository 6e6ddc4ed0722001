import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chooseOfMovingRows } from './support/movingRows.ts';

it('a command asks about the row on which its menu was opened, though rows are drawn anew', async () => {
  assert.ok((await chooseOfMovingRows(4)) > 0);
});
