import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  l10n,
  languages,
  Range,
  type TextDocument,
  TextEdit,
  type Uri,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import type { CommandId } from '../../../manifest.ts';
import { letTaskCreateLogGroup } from '../../../taskdef/refactor/letTaskCreateLogGroup.ts';
import type { AccountFinding } from '../../../verify/accountFinding.ts';
import { ourLanguages } from '../../common/documents/fileKind.ts';
import { readDocument } from '../../common/documents/readDocument.ts';

/** Something that a file needs and the account lacks. */
type Missing = NonNullable<AccountFinding['missing']>;

/** A finding as it is shown. */
interface Shown {
  finding: AccountFinding;
  diagnostic: Diagnostic;
}

/** What a text was found to be in one account and Region. */
interface Verified {
  readonly uri: Uri;
  readonly connection: Connection;
  readonly place: string;
  readonly text: string;
  readonly all: readonly Shown[];
}

const severities: Record<AccountFinding['severity'], DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What was found in the account is true of the file as it was: an edit takes it away. Where something is missing, its repairs. */
export class AccountFindings implements Disposable, CodeActionProvider {
  readonly #collection = languages.createDiagnosticCollection('ecs account');
  readonly #shown = new Map<string, Verified>();
  readonly #subscriptions: Disposable[] = [
    this.#collection,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.#forget(document.uri);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    languages.registerCodeActionsProvider([...ourLanguages], this, {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    }),
  ];

  /** Puts findings into Problems, in the place of those that were there, and keeps them as long as the text is the same. */
  async publish(document: TextDocument, connection: Connection, findings: readonly AccountFinding[]): Promise<void> {
    const [text, place] = [document.getText(), await placeOf(connection)];
    const all = findings.map((finding) => ({ finding, diagnostic: toDiagnostic(document, finding) }));
    this.#show({ uri: document.uri, connection, place, text, all });
  }

  /** What was found when the same text was last held against the same account; undefined where it was not. */
  async known(document: TextDocument, connection: Connection): Promise<readonly AccountFinding[] | undefined> {
    const known = this.#shown.get(document.uri.toString());
    if (!known || known.text !== document.getText() || known.place !== (await placeOf(connection))) return undefined;
    return known.all.map(({ finding }) => finding);
  }

  /** Something that files lacked is there now. */
  madeUp(connection: Connection, { kind, name }: Missing): void {
    for (const verified of this.#shown.values()) {
      if (verified.connection !== connection) continue;
      const left = verified.all.filter(({ finding: { missing } }) => missing?.kind !== kind || missing.name !== name);
      if (left.length < verified.all.length) this.#show({ ...verified, all: left });
    }
  }

  provideCodeActions(document: TextDocument, range: Range): CodeAction[] {
    const shown = this.#shown.get(document.uri.toString());
    const under = shown?.all.filter(({ diagnostic }) => diagnostic.range.intersection(range)) ?? [];
    return under.flatMap((one) => (shown ? repairsOf(document, shown.connection, one) : []));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(verified: Verified): void {
    this.#shown.set(verified.uri.toString(), verified);
    this.#collection.set(
      verified.uri,
      verified.all.map(({ diagnostic }) => diagnostic),
    );
  }

  #forget(uri: Uri): void {
    this.#shown.delete(uri.toString());
    this.#collection.delete(uri);
  }
}

async function placeOf(connection: Connection): Promise<string> {
  return `${(await connection.identity()).account} ${connection.region}`;
}

function toDiagnostic(document: TextDocument, { at, severity, message }: AccountFinding): Diagnostic {
  const range = new Range(document.positionAt(at.offset), document.positionAt(at.offset + at.length));
  const diagnostic = new Diagnostic(range, visibleLine(message), severities[severity]);
  diagnostic.source = 'ecs account';
  return diagnostic;
}

/** What can be made of what is missing, or copied for whoever makes it; several may be what the person wants, so none is preferred. */
function repairsOf(document: TextDocument, connection: Connection, { finding, diagnostic }: Shown): CodeAction[] {
  const { missing, at } = finding;
  switch (missing?.kind) {
    case undefined:
      return [];
    case 'logGroup': {
      const title = l10n.t('Create log group {0}…', missing.name);
      const create = action(title, 'ecs.createLogGroup', diagnostic, [connection, missing.name]);
      return [create, ...letTaskCreate(document, at, diagnostic)];
    }
    case 'executionRole':
      return [action(l10n.t('Create role {0}…', missing.name), 'ecs.createExecutionRole', diagnostic, [document.uri])];
    case 'permission': {
      const title = l10n.t('Copy the policy that role {0} needs…', missing.name);
      return [action(title, 'ecs.copyPolicy', diagnostic, [document.uri])];
    }
  }
}

function action(title: string, command: CommandId, diagnostic: Diagnostic, args: unknown[]): CodeAction {
  const made = new CodeAction(visibleLine(title), CodeActionKind.QuickFix);
  made.command = { title: made.title, command, arguments: args };
  made.diagnostics = [diagnostic];
  return made;
}

function letTaskCreate(document: TextDocument, at: AccountFinding['at'], diagnostic: Diagnostic): CodeAction[] {
  const edit = letTaskCreateLogGroup(readDocument(document).source, at);
  if (!edit) return [];
  const title = l10n.t('Have the task create it: awslogs-create-group (its execution role needs logs:CreateLogGroup)');
  const option = new CodeAction(title, CodeActionKind.QuickFix);
  const range = new Range(document.positionAt(edit.offset), document.positionAt(edit.offset + edit.length));
  option.edit = new WorkspaceEdit();
  option.edit.set(document.uri, [TextEdit.replace(range, edit.text)]);
  option.diagnostics = [diagnostic];
  return [option];
}
