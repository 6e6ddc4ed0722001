import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { pictureFailures } from './support/pictureFailures.ts';
import { openShopWindow, type ShopWindow } from './support/shopWindow.ts';
import { isAtLength } from './support/themes.ts';

/** Where in the sample file somebody asks for the first time, and what the account knows there. */
const places = [
  { file: 'storefront', line: '"family"', behind: ': "', has: 'checkout-prod' },
  { file: 'storefront', line: '"taskRoleArn"', behind: ': "', has: 'arn:aws:iam::123456789012:role/shop-dev-checkout' },
  { file: 'storefront', line: '"awslogs-group"', behind: ': "', has: '/ecs/checkout-staging' },
  { file: 'storefront', line: 'shop/storefront:', behind: 'storefront:', has: '1.8.2' },
  {
    file: 'checkout',
    line: '"valueFrom"',
    behind: ': "',
    has: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/dev/payments-worker-a1B2c3',
  },
] as const;

describe('what the account knows, while a value is written', () => {
  let window: ShopWindow;

  before(async () => {
    window = await openShopWindow({
      settings: {
        'editor.minimap.enabled': false,
        'editor.inlayHints.enabled': 'off',
        'ecs.taskDefinition.codeLens': false,
      },
    });
    // Nothing is asked of an account in the background before a person has asked for something.
    await window.workbench.openContainer('ECS');
    await window.workbench.view('Explorer').expand('default');
  });
  pictureFailures(() => window.workbench);
  after(() => window.close());

  for (const { file, line, behind, has } of isAtLength ? places : places.slice(-2)) {
    it(`comes into the list that the first Ctrl+Space opened: ${line}`, async () => {
      const { workbench } = window;
      const { editor } = workbench;
      await workbench.openFile(`${file}/task-definition.json`);
      // From the top: the lines on show are then numbered as they stand.
      await editor.focus();
      await editor.press('Control+Home');
      await editor.waitForText('"family"');
      const lines = (await editor.visibleText()).split('\n');
      const index = lines.findIndex((text) => text.includes(line));
      const text = lines[index] ?? assert.fail(`${line} in\n${lines.join('\n')}`);
      await editor.goTo(index + 1, text.indexOf(behind) + behind.length + 1);
      await editor.suggestions();
      await eventually(`${has} among what is offered`, async () => {
        const shown = await editor.shownSuggestions();
        return shown.some((label) => label.includes(has)) || undefined;
      });
      await editor.press('Escape');
    });
  }
});
