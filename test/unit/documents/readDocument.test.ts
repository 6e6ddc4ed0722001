import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { TextDocument } from 'vscode';
import { stage, Uri, workspace } from '../../support/vscodeStandIn.ts';

const { readDocument, withValues } = await import('../../../src/ui/common/documents/readDocument.ts');

async function open(name: string, content: object): Promise<TextDocument> {
  stage.documents.set(`/${name}`, JSON.stringify(content));
  return (await workspace.openTextDocument(Uri.file(`/${name}`))) as unknown as TextDocument;
}

const definition = {
  family: 'shop',
  colour: 'ours',
  containerDefinitions: [{ name: 'web', image: 'nginx:${TAG}', memory: 64 }],
};

describe('a document as it is read', () => {
  beforeEach(() => {
    stage.clear();
    stage.folder = '';
  });

  it('is read once a version, whoever asks', async () => {
    const document = await open('task-definition.json', definition);
    const read = readDocument(document);
    assert.equal(readDocument(document), read);
    assert.equal(read.source, read.source);
    assert.equal(read.findings, read.findings);
    Object.assign(document, { version: 2 });
    assert.notEqual(readDocument(document), read);
  });

  it('is parsed no second time where only its context is another, and checked no second time where that says the same', async () => {
    const document = await open('task-definition.json', definition);
    const read = readDocument(document);
    assert.ok(read.findings.some(({ rule, severity }) => rule === 'TD001' && severity === 'error'));
    stage.configure({ 'ecs.taskDefinition.ignore': { 'other.json': ['TD001'] } });
    assert.equal(readDocument(document), read);
    stage.configure({ 'ecs.taskDefinition.ignore': { '/task-definition.json': ['TD001'] } });
    const anew = readDocument(document);
    assert.notEqual(anew, read);
    assert.equal(anew.source, read.source);
    assert.ok(anew.findings.every(({ rule }) => rule !== 'TD001'));
    stage.configure({ 'ecs.taskDefinition.files': { '/task-definition.json': 'other' } });
    assert.equal(readDocument(document).kind, 'other');
  });

  it('with values is the same but for its placeholders, and knows its places in the file', async () => {
    const document = await open('agent-daemon.json', definition);
    stage.configure({ 'ecs.taskDefinition.files': { '/agent-daemon.json': 'taskDefinition' } });
    const read = readDocument(document);
    const filled = withValues(read, new Map([['TAG', '1.27']]));
    assert.equal(filled.kind, 'taskDefinition');
    assert.equal(filled.context, read.context);
    const image = filled.task.containers[0]?.fields.str('image');
    assert.equal(image?.value, 'nginx:1.27');
    const { offset, length } = filled.inFile(image?.node ?? assert.fail());
    assert.equal(read.text.slice(offset, offset + length), '"nginx:${TAG}"');
    assert.equal(withValues(read, new Map()), read);
  });
});
