import { it } from 'node:test';
import { chooseOfMovingRows } from '../../ui/support/movingRows.ts';

it('a hundred commands, each about the row on which its menu was opened', async (t) => {
  t.diagnostic(`${await chooseOfMovingRows(100)} asked about their row`);
});
