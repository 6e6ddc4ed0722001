import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pictureFailures } from './support/pictureFailures.ts';
import { isAtLength } from './support/themes.ts';
import { openWorkbench, type Workbench } from './support/workbench.ts';

const extension = { developmentPath: resolve(import.meta.dirname, '../..') };

/** Opens a window on a folder with one file that is empty, and shows the file. */
async function openEmpty(): Promise<{ workbench: Workbench; folder: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'ecs-typing-'));
  const folder = join(root, 'shop');
  await mkdir(folder);
  await writeFile(join(folder, 'task-definition.json'), '');
  const workbench = await openWorkbench({
    folder,
    extension,
    settings: {
      'editor.minimap.enabled': false,
      // What is typed here stands as it is typed.
      'editor.autoClosingQuotes': 'never',
      'editor.autoSurround': 'never',
      'editor.inlayHints.enabled': 'off',
    },
  });
  const remove = async (): Promise<void> => {
    await workbench.close();
    await rm(root, { recursive: true, force: true });
  };
  await workbench.openFile('task-definition.json');
  return { workbench, folder, remove };
}

/** What is offered first at each step, in the order in which people write it. */
const inOrder = ['family', 'requiresCompatibilities', 'networkMode', 'cpu', 'memory', 'executionRoleArn'];

/** Each break: what is written in the place of what, the message, the quick fix, and what stands there afterwards. */
const breaks = [
  {
    from: '"memory": "512"',
    to: '"memory": "4096"',
    says: '4096 needs at least',
    fix: 'Change memory to 2048',
    after: '"memory": "2048"',
  },
  {
    from: '"networkMode": "awsvpc"',
    to: '"networkMode": "bridge"',
    says: "not 'bridge'",
    fix: 'Set "networkMode": "awsvpc"',
    after: '"networkMode": "awsvpc"',
  },
  {
    from: '"containerPort": 8080',
    to: '"containerPort": "8080"',
    says: 'must be a whole number',
    fix: 'Write 8080',
    after: '"containerPort": 8080',
  },
  {
    from: '"awslogs-group": ',
    to: '"awslogs-grup": ',
    says: 'disallows options: awslogs-grup',
    fix: 'Rename to "awslogs-group"',
    after: '"awslogs-group": ',
  },
  {
    from: '"essential": true',
    to: '"essential": false',
    says: "doesn't have any essential container",
    fix: 'Change to true',
    after: '"essential": true',
  },
] as const;

describe('a task definition written in the window', () => {
  let workbench: Workbench;
  let folder = '';
  let remove: () => Promise<void>;
  let begun = false;
  let written = '';

  before(async () => {
    ({ workbench, folder, remove } = await openEmpty());
  });
  pictureFailures(() => workbench);
  after(() => remove());

  /** Begins a line behind the one that contains `line`, or behind the cursor's, and accepts a property there. */
  async function addProperty(
    label: string,
    { line, quote = '"' }: { line?: string; quote?: string } = {},
  ): Promise<void> {
    const { editor } = workbench;
    if (line !== undefined) await editor.goTo(await lineOf(line), 200);
    // The first stands between the braces, where the cursor is.
    if (begun) await editor.press('End');
    begun = true;
    await editor.press('Enter');
    const [next] = await editor.suggestions();
    if (inOrder.includes(label)) assert.equal(next, label);
    await editor.type(`${quote}${label}`);
    // The list is narrowed while it is typed into; what is accepted is what stands on top in the end.
    await editor.waitForTopSuggestion(label);
    await editor.press('Enter');
    await editor.waitForText(`"${label}":`);
    // Leaves the suggestions of the value and the tab stops.
    await editor.press('Escape');
    await editor.press('Escape');
  }

  /** The line that contains a text, from the top: the lines on show are then numbered as they stand. */
  async function lineOf(text: string): Promise<number> {
    await workbench.editor.focus();
    await workbench.editor.press('Control+Home');
    await workbench.editor.waitForText('"family"');
    const lines = (await workbench.editor.visibleText()).split('\n');
    const index = lines.findIndex((line) => line.includes(text));
    assert.ok(index >= 0, `${text} in\n${lines.join('\n')}`);
    return index + 1;
  }

  it('comes into being by completion alone, without an error in the end', async () => {
    const { editor } = workbench;
    await editor.focus();
    const [first] = await editor.suggestions();
    assert.equal(first, 'ecs-fargate-web', 'a template comes first in an empty file');
    await editor.press('Escape');
    await editor.type('{');
    for (const label of inOrder) await addProperty(label, { quote: label === 'family' ? '' : '"' });
    await addProperty('containerDefinitions');
    await addProperty('portMappings', { line: '"essential"' });
    await addProperty('logConfiguration', { line: '"essential"' });
    await workbench.screenshot('editor-1-written');
    written = await editor.visibleText();
    assert.doesNotThrow(() => JSON.parse(written) as unknown, written);
    assert.deepEqual(await workbench.panel.problems(), []);
    await workbench.panel.hide();
    await editor.save();
  });

  it('says what can be done with it above its family', async () => {
    const lenses = (await workbench.editor.codeLenses()).join(' ');
    for (const title of ['Register…', 'Compare with latest', 'Deploy…']) assert.ok(lenses.includes(title), lenses);
  });

  for (const { from, to, says, fix, after } of isAtLength ? breaks : breaks.slice(0, 2)) {
    it(`is repaired after ${to}`, async () => {
      const { editor, panel, page } = workbench;
      const line = await lineOf(from);
      const column = (await editor.visibleText()).split('\n')[line - 1]!.indexOf(from) + 1;
      await editor.goTo(line, column);
      for (let i = 0; i < from.length; i++) await editor.press('Shift+ArrowRight');
      await page.keyboard.insertText(to);
      await editor.press('Escape');
      await panel.waitForProblem(says);
      if (says === breaks[0].says) await workbench.screenshot('editor-2-broken-dark');
      await panel.openProblem(says);
      await editor.applyQuickFix(fix);
      await panel.waitForNoProblem(says);
      assert.deepEqual(await panel.problems(), []);
      await panel.hide();
      await editor.waitForText(after);
    });
  }

  it('is shown as well in a light theme', async () => {
    const text = written.replace('"awsvpc"', '"bridge"').replace('"cpu": "256"', '"cpu": ${cpu}');
    await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
    await writeFile(join(folder, 'template-task-definition.json'), text);
    await workbench.openFile('template-task-definition.json');
    await workbench.panel.waitForProblem("not 'bridge'");
    // Only we speak: VS Code's JSON support, which calls the placeholder an error, lets go of the file.
    for (const complaint of ['Value expected', 'End of file expected'])
      await workbench.panel.waitForNoProblem(complaint);
    await workbench.screenshot('editor-3-template-light');
  });
});
