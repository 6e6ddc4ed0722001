import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually.ts';

/** The folder that the window has open. */
function folder(): vscode.Uri {
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder');
}

/** Writes a file below the folder that is open. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Writes a file and shows it. */
export async function open(path: string, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await write(path, text));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Our problems of a document. */
export function problemsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'ecs');
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}

/** Waits until a rule is reported in a document, and returns the problem. */
export async function problem(
  document: vscode.TextDocument,
  rule: string,
  severity?: vscode.DiagnosticSeverity,
): Promise<vscode.Diagnostic> {
  return eventually(`${rule} in ${document.uri.path}`, () =>
    problemsOf(document).find((one) => ruleOf(one) === rule && (severity === undefined || one.severity === severity)),
  );
}

/** Waits until a rule is no longer reported in a document. */
export async function noProblem(document: vscode.TextDocument, rule: string, limitMs?: number): Promise<void> {
  await eventually(
    `the end of ${rule} in ${document.uri.path}`,
    () => problemsOf(document).every((one) => ruleOf(one) !== rule),
    limitMs,
  );
}

/** The position of a text in a document, some characters further on. */
export function positionOf(document: vscode.TextDocument, text: string, further = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${text} is not in the document`);
  return document.positionAt(offset + further);
}

/** A task definition for Fargate with nothing wrong, with changes on the task level. */
export function fargate(changes: object = {}): string {
  const task = {
    family: 'shop',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', essential: true }],
    ...changes,
  };
  return JSON.stringify(task, undefined, 2);
}
