import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { AwsError } from '../../../src/aws/errors.ts';
import type { ExplorerNode } from '../../../src/ui/explorer/nodes/node.ts';
import { startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { assertVisible, foreignText } from '../../support/foreignText.ts';
import { openTree } from '../../support/openTree.ts';
import { startOtherServer } from '../../support/otherServer.ts';
import { stockedShop } from '../../support/stockedShop.ts';
import { stage, Uri, workspace } from '../../support/vscodeStandIn.ts';

const { describeError, reportError } = await import('../../../src/ui/common/reportError.ts');
const { askModal, showInformation } = await import('../../../src/ui/common/messages.ts');
const { visibleLog } = await import('../../../src/ui/common/visibleLog.ts');
const { pickOne } = await import('../../../src/ui/common/pick/pickOne.ts');
const { askPick } = await import('../../../src/ui/common/pick/steps.ts');
const { nodeItem, nodeTooltip } = await import('../../../src/ui/explorer/nodeItem.ts');
const { scopeName } = await import('../../../src/ui/logs/scopeName.ts');

const twoLines = `${foreignText}\nAccount: 000000000000`;

/** Whatever files and accounts say goes through these doors, and shows what it is. */
describe('a text that is not ours', () => {
  beforeEach(() => stage.clear());

  it('in a notification is no link, and hides nothing', () => {
    void showInformation(`Registered ${foreignText}.`);
    const [said] = stage.said;
    assertVisible(said!.text, 'notification');
    assert.doesNotMatch(said!.text, /\]\(command:/);
    assert.match(said!.text, /a␛\[31mb␛\]0;c␇‹202e›d/);
  });

  it('in a failure shows the same, in the notification and in the log', () => {
    const log: string[] = [];
    const channel = visibleLog({ error: (text: unknown) => void log.push(String(text)) } as never);
    for (const error of [new AwsError('refused', twoLines), new Error(twoLines)]) {
      reportError(channel, `${foreignText} was not deployed.`, error);
      assert.ok(describeError(error).message.includes(foreignText));
    }
    for (const { text } of stage.said) assertVisible(text, 'notification', { lines: true });
    assert.ok(log.length >= 2);
    for (const entry of log) {
      assertVisible(entry, 'log', { lines: true });
      // Whatever begins at the margin is an entry.
      assert.doesNotMatch(entry, /\n\S/);
    }
  });

  it('in a question adds no line to it', async () => {
    stage.answer = () => 'Deploy';
    const lines = ['Account: 123456789012', 'Resource: service web', '', `Image: ${twoLines}`];
    assert.equal(await askModal(`Deploy ${twoLines}?`, lines, 'Deploy'), 'Deploy');
    const { text } = stage.asked[0]!;
    assertVisible(text, 'question', { lines: true });
    assert.equal(text.split('\n').length, 1 + lines.length);
    assert.equal(text.split('\n').filter((line) => line.startsWith('Account:')).length, 1);
  });

  it('in a list is one line, and what is chosen is what was given', async () => {
    const item = { label: twoLines, description: foreignText, detail: twoLines, value: twoLines };
    stage.answer = ({ choices }) => choices[0];
    assert.equal(await pickOne([item], { title: 'Family' }), item);
    assert.equal(await pickOne(Promise.resolve([item]), { title: 'Family' }), item);
    const taken: string[] = [];
    await askPick({ title: 'Family' }, '', Promise.resolve([item]), (value) => void taken.push(value));
    assert.deepEqual(taken, [twoLines]);
    for (const { choices } of stage.asked) assertVisible(choices.join(), 'list');
  });

  it('in the tree is a label, a description and a tooltip without Markdown', async () => {
    const server = await startSimulatedAccount({ speed: 200 });
    stockedShop(server);
    // Members that people read; ids and ARNs stay what they are.
    const read = /^(?:message|stoppedReason|reason|statusReason|rolloutStateReason|image|clusterName)$/;
    const spoil = (value: unknown, name = ''): unknown => {
      if (typeof value === 'string') return read.test(name) ? `${value} ${twoLines}` : value;
      if (Array.isArray(value)) return value.map((one) => spoil(one));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoil(one, key)]));
    };
    const other = await startOtherServer(server.url, {
      rewrite: (_operation, answer) => ({ ...answer, body: spoil(answer.body) as Record<string, unknown> }),
    });
    const tree = await openTree({ url: other.url, account: server.account });
    let spoilt = 0;
    const look = async (node: ExplorerNode): Promise<void> => {
      const item = nodeItem(node) as unknown as {
        label: string;
        description?: string;
        accessibilityInformation: { label: string };
      };
      for (const text of [item.label, item.description ?? '', item.accessibilityInformation.label]) {
        assertVisible(text, `row of ${node.kind}`);
        if (text.includes('‹202e›')) spoilt++;
      }
      const { value } = nodeTooltip(node) as unknown as { value: string };
      assertVisible(value, `tooltip of ${node.kind}`, { lines: true });
      assert.doesNotMatch(value, /\[k\]\(command/);
      if (value.includes('‹202e›')) spoilt++;
      await node.branch?.load();
      for (const child of await tree.model.children(node)) await look(child);
    };
    try {
      for (const root of await tree.model.roots()) await look(root);
      assert.ok(spoilt > 10, `${spoilt} texts had it`);
    } finally {
      await tree.close();
      await other.close();
      await server.close();
    }
  });

  it('in the terminal of a task moves no cursor and adds no line', async () => {
    const { TaskTerminal } = await import('../../../src/ui/change/tasksJson/taskTerminal.ts');
    const wanted = { profile: undefined, region: undefined };
    const connections = { wanted, active: () => Promise.reject(new AwsError('refused', twoLines)) };
    const task = { type: 'ecs', command: 'wait', cluster: 'c', service: 's' } as const;
    const terminal = new TaskTerminal({ connections } as never, task, undefined);
    const written: string[] = [];
    terminal.onDidWrite((text) => void written.push(text));
    const code = await new Promise<number | void>((resolve) => {
      terminal.onDidClose(resolve);
      terminal.open();
    });
    assert.equal(code, 1);
    assert.equal(written.length, 1);
    assert.match(written[0]!, /^[^\r\n]*\r\n$/);
    assertVisible(written[0]!.trimEnd(), 'terminal');
  });

  it('in the problems of a file is one line', async () => {
    const { Diagnostics } = await import('../../../src/ui/editor/language/diagnostics.ts');
    const text = JSON.stringify({
      family: `${twoLines} !`,
      containerDefinitions: [
        {
          name: foreignText,
          image: twoLines,
          memory: 128,
          dependsOn: [{ containerName: twoLines, condition: 'START' }],
        },
        { name: foreignText, image: 'b', memory: 128, [twoLines]: 1 },
      ],
    });
    const uri = Uri.file('/work/task-definition.json');
    const positionAt = (offset: number) => ({ line: 0, character: offset });
    const document = { uri, languageId: 'json', version: 1, isClosed: false, getText: () => text, positionAt };
    workspace.textDocuments = [document];
    const diagnostics = new Diagnostics();
    try {
      await diagnostics.refresh();
      const problems = stage.problems.get(uri.path) ?? [];
      assert.ok(problems.some(({ message }) => message.includes('‹202e›')));
      for (const { message } of problems) assertVisible(message, 'problem');
    } finally {
      diagnostics.dispose();
      workspace.textDocuments = [];
    }
  });

  it('in the name of a log channel is one line', () => {
    const connection = { profileLabel: foreignText, region: 'eu-west-1' } as never;
    assertVisible(scopeName({ kind: 'group', region: '', group: twoLines, groupArn: '' }, connection), 'channel');
  });
});
