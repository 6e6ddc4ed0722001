import assert from 'node:assert/strict';
import * as vscode from 'vscode';

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

/** Waits until `probe` answers something; `what` is what is waited for, `patienceMs` how long. */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
  patienceMs = 20_000,
): Promise<T> {
  for (const start = Date.now(); ;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    assert.ok(Date.now() - start < patienceMs, `${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Our problems of a document. */
export function problemsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'ecs');
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}

/** Waits until a rule is reported in a document, and returns the problem. */
export async function problem(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`${rule} in ${document.uri.path}`, () => problemsOf(document).find((one) => ruleOf(one) === rule));
}

/** Waits until a rule is no longer reported in a document. */
export async function noProblem(document: vscode.TextDocument, rule: string, patienceMs?: number): Promise<void> {
  await eventually(
    `the end of ${rule} in ${document.uri.path}`,
    () => (problemsOf(document).every((one) => ruleOf(one) !== rule) ? true : undefined),
    patienceMs,
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
