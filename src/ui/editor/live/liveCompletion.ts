import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  type CompletionItemProvider,
  commands,
  l10n,
  type Position,
  type TextDocument,
  window,
} from 'vscode';
import { fetchAccountValues, type ValueKind } from '../../../aws/read/accountValues.ts';
import { imageRepository, parseEcrImage } from '../../../ecs/image.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { type Cursor, cursorAt } from '../../../taskdef/document/cursor.ts';
import { schemaAt, type SchemaPlace } from '../../../taskdef/document/schemaAt.ts';
import type { FileConnections } from '../status/fileConnections.ts';
import { insertedValue, shownValue } from './imageValue.ts';
import { LiveValues } from './liveValues.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';
import { toRange } from '../textRange.ts';

/**
 * What the account has: families, log groups, roles, secrets and parameters, file systems, repositories and tags. VS Code
 * waits for the slowest provider before it shows anything, so this one answers from memory, and opens the list again when
 * an answer comes while the cursor is still there.
 */
export class LiveCompletion implements CompletionItemProvider {
  readonly #connections: FileConnections;
  readonly #values = new LiveValues(fetchAccountValues);

  constructor(connections: FileConnections) {
    this.#connections = connections;
  }

  /** What the account is known to have for a place, without asking it. */
  known(document: TextDocument, position: Position): ReadonlySet<string> {
    const live = placeAt(document, position)?.live;
    const connection = live && this.#connections.get(document.uri);
    const values = connection ? this.#values.known(connection, live) : [];
    return new Set(values.map(({ value }) => value));
  }

  provideCompletionItems(document: TextDocument, position: Position): CompletionList | undefined {
    const place = placeAt(document, position);
    if (!place) return undefined;
    const { cursor, live } = place;
    const connection = this.#connections.get(document.uri);
    if (!connection) {
      const opening = this.#connections.opening(document.uri);
      if (opening) void this.#suggestAgain(document, position, opening);
      return undefined;
    }
    const { values, loading } = this.#values.get(connection, live);
    if (loading && values.length === 0) void this.#suggestAgain(document, position, loading);
    const range = toRange(document, cursor.token);
    const written = document.getText(range).replaceAll(/^"|"$/g, '');
    const comma = cursor.commaAfter ? ',' : '';
    const items = values.map(({ value, detail }, index) => {
      const item = new CompletionItem(
        { label: shownValue(live, value), description: detail === undefined ? connection.region : visibleLine(detail) },
        CompletionItemKind.Value,
      );
      item.range = range;
      item.insertText = `${JSON.stringify(insertedValue(live, value, written))}${comma}`;
      item.filterText = JSON.stringify(value);
      item.sortText = `!${String(index).padStart(4, '0')}`;
      item.detail = l10n.t('in account of profile {0}', connection.profileLabel);
      return item;
    });
    return new CompletionList(items, loading !== undefined);
  }

  /** Opens the list anew when something has come for it, and the cursor is still there. */
  async #suggestAgain(document: TextDocument, position: Position, loading: Promise<void>): Promise<void> {
    const { version } = document;
    await loading;
    const editor = window.activeTextEditor;
    const isStill =
      editor?.document === document && document.version === version && editor.selection.active.isEqual(position);
    if (!isStill || !this.#connections.get(document.uri)) return;
    // A list that is open is not asked for again: it has to go first, in the same step, lest it open in between.
    const anew = ['hideSuggestWidget', 'editor.action.triggerSuggest'];
    await commands.executeCommand('runCommands', { commands: anew });
  }
}

/** Kinds of values by the member that they are written into, by schema id. */
const kindOf: Readonly<Record<string, ValueKind>> = {
  'RegisterTaskDefinitionRequest.family': 'families',
  'RegisterTaskDefinitionRequest.taskRoleArn': 'roles',
  'RegisterTaskDefinitionRequest.executionRoleArn': 'roles',
  'ContainerDefinition.image': 'repositories',
  'Secret.valueFrom': 'secrets',
  'RepositoryCredentials.credentialsParameter': 'secrets',
  'EFSVolumeConfiguration.fileSystemId': 'fileSystems',
};

/** Where the cursor stands, if the account is asked for what stands there. */
function placeAt(document: TextDocument, position: Position): { cursor: Cursor; live: ValueKind } | undefined {
  if (!isOurs(document)) return undefined;
  const { source, kind } = readDocument(document);
  const cursor = cursorAt(source, document.offsetAt(position));
  const live = cursor.place === 'value' ? kindAt(schemaAt(kind, cursor.path), cursor.typed) : undefined;
  return live && { cursor, live };
}

function kindAt(place: SchemaPlace | undefined, typed: string): ValueKind | undefined {
  if (place?.mapKey !== undefined) return place.mapKey === 'awslogs-group' ? 'logGroups' : undefined;
  const kind = kindOf[place?.member?.id ?? ''];
  // Behind the colon the tags of the repository are wanted.
  const repository = imageRepository(typed);
  const hasTag = kind === 'repositories' && typed.startsWith(`${repository}:`) && parseEcrImage(repository);
  return hasTag ? `tags ${repository}` : kind;
}
