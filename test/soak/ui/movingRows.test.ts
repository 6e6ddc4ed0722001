import { it } from 'node:test';
import { chooseOfMovingRows } from '../../ui/support/movingRows.ts';
import { openShopWindow } from '../../ui/support/shopWindow.ts';

it('a hundred commands, each about the row on which its menu was opened', async (t) => {
  const window = await openShopWindow({ speed: 20 });
  t.after(() => window.close());
  t.diagnostic(`${await chooseOfMovingRows(window, 100)} asked about their row`);
});
