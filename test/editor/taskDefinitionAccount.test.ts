import assert from 'node:assert/strict';
import {
  DeregisterTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
} from '@aws-sdk/client-ecs';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { rolesOf } from '../simulator/iam/roles.ts';
import type { SimulatedAccount } from '../simulator/simulatedAccount.ts';
import { useSimulatedAws } from './support/simulatedAws.ts';
import { eventually } from '../support/eventually.ts';
import { fargate, open, positionOf } from './support/taskDefinitionFiles.ts';

const container = { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', essential: true };
const region = 'eu-central-1';
let aws: SimulatedAccount;

async function lenses(document: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
  return found.flatMap(({ command }) => command?.title ?? []);
}

async function hovers(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return found.map(({ contents }) =>
    contents.map((part) => (part instanceof vscode.MarkdownString ? part.value : '')).join('\n'),
  );
}

/** Sends one request on purpose, as a person does who compares. */
async function compare(document: vscode.TextDocument): Promise<void> {
  await vscode.commands.executeCommand('ecs.compareWithLatest', document.uri);
  await vscode.window.showTextDocument(document);
}

function roleArn(name: string): string {
  return `arn:aws:iam::${aws.account.id}:role/${name}`;
}

async function setRegion(name: string | undefined): Promise<void> {
  await vscode.workspace.getConfiguration().update('ecs.region', name, vscode.ConfigurationTarget.Workspace);
}

/** Registers what a file says behind the extension's back. */
async function register(text: string): Promise<void> {
  const client = new ECSClient({ region, endpoint: aws.url, credentials: aws.account.credential });
  await client.send(new RegisterTaskDefinitionCommand(JSON.parse(text) as RegisterTaskDefinitionCommandInput));
  client.destroy();
}

async function deregister(taskDefinition: string): Promise<void> {
  const client = new ECSClient({ region, endpoint: aws.url, credentials: aws.account.credential });
  await client.send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
  client.destroy();
}

describe('a task definition and its account', () => {
  before(async () => {
    aws = await useSimulatedAws();
    // The tree asks for its rows while it is in sight, and other suites have opened it.
    await vscode.commands.executeCommand('workbench.view.explorer');
    // A Region of its own: a connection that no other suite has used.
    await setRegion(region);
  });

  after(() => setRegion(undefined));

  it('asks nothing of the account until a person does', async () => {
    const document = await open('account/first-task-definition.json', fargate({ taskRoleArn: roleArn('app') }));
    const shown = await eventually('lenses', async () => {
      const found = await lenses(document);
      return found.length > 0 ? found : undefined;
    });
    assert.equal(shown.length, 3, shown.join());
    const mark = aws.ledger.mark();
    await document.save();
    await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      positionOf(document, '"shop"', 2),
    );
    await hovers(document, positionOf(document, 'role/app'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(aws.ledger.counts(mark), {});
  });

  it('says how the file stands to the newest revision, and follows the typing without asking again', async () => {
    const document = await open('account/task-definition.json', fargate({ containerDefinitions: [container] }));
    await compare(document);
    await eventually('“not registered”', async () => (await lenses(document)).includes('Not registered yet'));
    await register(document.getText());
    await compare(document);
    await eventually('the revision', async () => (await lenses(document)).includes('Registered as revision 1'));
    const mark = aws.ledger.mark();
    await replace(document, '"512"', '"1024"');
    await replace(document, '"essential": true', '"essential": true, "stopTimeout": 60');
    const differs = await eventually('the difference', async () =>
      (await lenses(document)).find((title) => title.includes('differs')),
    );
    assert.equal(differs, 'Registered as revision 1, differs in 2 fields');
    assert.equal(aws.ledger.count('*', mark), 0);
  });

  it('names no revision that was deregistered, once somebody has refreshed and looks again', async () => {
    const text = fargate({ family: 'passing', containerDefinitions: [container] });
    await register(text);
    const document = await open('account/passing-task-definition.json', text);
    await compare(document);
    await eventually('the revision', async () => (await lenses(document)).includes('Registered as revision 1'));
    await open('account/other-task-definition.json', fargate());
    await deregister('passing:1');
    await vscode.commands.executeCommand('ecs.refresh');
    await vscode.window.showTextDocument(document);
    await eventually('“not registered”', async () => (await lenses(document)).includes('Not registered yet'));
  });

  it('tells of a role what it means in a file, and beside it what it is in the account', async () => {
    rolesOf(aws.account).set('app', 'ecs-tasks.amazonaws.com');
    const task = fargate({ taskRoleArn: roleArn('app'), executionRoleArn: roleArn('none_of_these') });
    const document = await open('account/hover-task-definition.json', task);
    await compare(document);
    const mark = aws.ledger.mark();
    const at = positionOf(document, 'role/app');
    const withoutMeaning: string[][] = [];
    const live = await eventually('the role', async () => {
      const texts = await hovers(document, at);
      if (!texts.some((text) => text.startsWith('**taskRoleArn**'))) withoutMeaning.push(texts);
      return texts.find((text) => text.includes('In account of profile'));
    });
    assert.deepEqual(withoutMeaning, []);
    assert.match(live, /Role app exists and trusts ecs-tasks\.amazonaws\.com/);
    await hovers(document, at);
    assert.deepEqual(aws.ledger.counts(mark), { 'iam:GetRole': 1 });
    const missing = await hovers(document, positionOf(document, 'role/none_of_these'));
    assert.match(missing.join('\n'), /\$\(error\) There is no role none\\_of\\_these/);
  });

  it('offers families and log groups, late rather than waiting for them', async () => {
    const text = fargate({
      containerDefinitions: [
        { ...container, logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/x' } } },
      ],
    });
    const document = await open('account/complete-task-definition.json', text);
    await compare(document);
    // Whoever waited for it would never offer anything.
    const hang = aws.faults.add({ operation: 'logs:DescribeLogGroups', kind: 'hang' });
    const at = positionOf(document, '"/x"', 2);
    await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, at);
    await eventually('a request for log groups', () => hang.hits > 0);
    hang.remove();
  });
});

async function replace(document: vscode.TextDocument, text: string, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, text), by);
  await vscode.workspace.applyEdit(edit);
}

function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  return new vscode.Range(positionOf(document, text), positionOf(document, text, text.length));
}
