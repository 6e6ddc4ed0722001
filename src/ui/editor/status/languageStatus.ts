import { isAboutService } from '../../../taskdef/document/content.ts';
import { type Disposable, l10n, languages, type LanguageStatusItem, type TextDocument, window } from 'vscode';
import type { LaunchType } from '../../../taskdef/document/siblingFacts.ts';
import type { CommandId } from '../../../manifest.ts';
import { seemsToBe, strangerText } from '../../../taskdef/recognition/seemsToBe.ts';
import { chosenKind, isDenied } from '../../common/documents/fileKind.ts';
import { kindText } from './kindText.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';
import type { FileConnections } from './fileConnections.ts';
import { toolName } from '../../../taskdef/facts/toolNames.ts';

const launchTypes: Readonly<Record<LaunchType, string>> = {
  FARGATE: 'Fargate',
  EC2: 'EC2',
  MANAGED_INSTANCES: 'Managed Instances',
  EXTERNAL: 'External',
};

/** Says in the language status what the active file was taken for and which tool's rules hold, and lets the person change both. */
export class LanguageStatus implements Disposable {
  readonly #connections: FileConnections;
  #kind: LanguageStatusItem | undefined;
  #tool: LanguageStatusItem | undefined;
  #connection: LanguageStatusItem | undefined;
  readonly #subscription = window.onDidChangeActiveTextEditor(() => this.update());

  constructor(connections: FileConnections) {
    this.#connections = connections;
    this.update();
  }

  /** Shows the state of the active editor's document. */
  update(): void {
    const document = window.activeTextEditor?.document;
    const isChecked = document !== undefined && isOurs(document);
    if (!isChecked) this.#hide();
    if (!document || (!isChecked && !isDenied(document))) return;
    this.#kind ??= newItem('ecs.fileKind');
    if (!isChecked) return showStranger(this.#kind, document);
    showKind(this.#kind, document);
    this.#tool ??= newItem('ecs.deployTool');
    showTool(this.#tool, document);
    this.#showConnection(document);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#hide();
  }

  #showConnection(document: TextDocument): void {
    const own = this.#connections.ownText(document.uri);
    if (!own) return this.#hideConnection();
    this.#connection ??= newItem('ecs.fileConnection');
    this.#connection.selector = { language: document.languageId };
    this.#connection.name = l10n.t('ECS connection of the file');
    this.#connection.text = `$(cloud) ${own}`;
    this.#connection.detail = l10n.t('This file is registered and deployed there.');
  }

  #hideConnection(): void {
    this.#connection?.dispose();
    this.#connection = undefined;
  }

  #hide(): void {
    this.#hideConnection();
    this.#kind?.dispose();
    this.#tool?.dispose();
    this.#kind = undefined;
    this.#tool = undefined;
  }
}

function newItem(id: string): LanguageStatusItem {
  return languages.createLanguageStatusItem(id, []);
}

function showKind(item: LanguageStatusItem, document: TextDocument): void {
  const command: CommandId = 'ecs.chooseFileKind';
  const { kind } = readDocument(document);
  item.selector = { language: document.languageId };
  item.name = l10n.t('ECS file');
  item.text = `$(symbol-file) ${kindText(kind)}`;
  const launch = isAboutService(kind) ? '' : launchText(document);
  const chosen = chosenKind(document) ? l10n.t('chosen in the settings') : '';
  item.detail = [launch, chosen].filter(Boolean).join(' · ');
  item.command = { title: l10n.t('Change'), command, arguments: [document.uri] };
}

/** A file that is named like one of ours and is none: it is not passed over in silence. */
function showStranger(item: LanguageStatusItem, document: TextDocument): void {
  const command: CommandId = 'ecs.chooseFileKind';
  item.selector = { language: document.languageId };
  item.name = l10n.t('ECS file');
  item.text = `$(circle-slash) ${l10n.t('Not checked')}`;
  const stranger = seemsToBe(document.uri.path, document.getText());
  item.detail = l10n.t('it seems to be {0}', strangerText(stranger));
  item.command = { title: l10n.t('Change'), command, arguments: [document.uri] };
}

function showTool(item: LanguageStatusItem, document: TextDocument): void {
  const command: CommandId = 'ecs.selectDeployTool';
  item.selector = { language: document.languageId };
  item.name = l10n.t('ECS deploy tool');
  const { uses = [] } = readDocument(document).context;
  const names = [...new Set(uses.map(({ tool }) => toolName(tool)))].join(', ');
  item.text = `$(tools) ${l10n.t('Checked for {0}', names || l10n.t('any tool'))}`;
  const shownBy = [...new Set(uses.flatMap(({ by }) => by ?? []))].join(', ');
  const chosen = uses.some(({ by }) => by === undefined) ? l10n.t('chosen in the settings') : '';
  const isAssumed = uses.some(({ elsewhere }) => elsewhere);
  const shown = isAssumed ? l10n.t('by {0}, which deploys others', shownBy) : l10n.t('by {0}', shownBy);
  item.detail = shownBy ? shown : chosen;
  item.command = { title: l10n.t('Change'), command, arguments: [document.uri] };
}

function launchText(document: TextDocument): string {
  const { task } = readDocument(document);
  const named = Object.entries(launchTypes).filter(([type]) =>
    ['yes', 'likely'].includes(task.launch(type as LaunchType)),
  );
  return named.length > 0 ? named.map(([, text]) => text).join(', ') : l10n.t('launch type not given');
}
