import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { CommandId } from '../../../manifest.ts';
import { asRegistered, diffFields } from '../../../taskdef/register/diffFields.ts';
import { toRegisterInput } from '../../../taskdef/register/registerInput.ts';
import { lensTitle } from '../../common/lensTitle.ts';
import { affectsAny, getSetting } from '../../common/settings.ts';
import type { FileConnections } from '../status/fileConnections.ts';
import type { RevisionMemory } from '../live/revisionMemory.ts';
import { isTaskDefinition, readDocument } from '../../common/documents/readDocument.ts';

/** What can be done with a task definition, and how it stands to the account, above its family. Answered from memory. */
export class CodeLenses implements CodeLensProvider, Disposable {
  readonly #memory: RevisionMemory;
  readonly #connections: FileConnections;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(memory: RevisionMemory, connections: FileConnections) {
    this.#memory = memory;
    this.#connections = connections;
    this.#subscriptions = [
      this.#changed,
      memory.onDidChange(() => this.#changed.fire()),
      workspace.onDidChangeConfiguration((change) => {
        if (affectsAny(change, ['ecs.taskDefinition.codeLens'])) this.#changed.fire();
      }),
    ];
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    if (!getSetting('ecs.taskDefinition.codeLens') || !isTaskDefinition(document)) return [];
    const { fields } = readDocument(document).task;
    if (!fields.node) return [];
    const family = fields.member('family');
    const at = document.positionAt(family.key?.offset ?? fields.node.offset);
    const range = new Range(at, at);
    const state = this.#state(document, fields.str('family').value);
    const shown = [
      command('ecs.registerRevision', lensTitle('cloud-upload', l10n.t('Register…')), document),
      command('ecs.compareWithLatest', lensTitle('diff', l10n.t('Compare with latest')), document),
      command('ecs.deployFile', lensTitle('rocket', l10n.t('Deploy…')), document),
      ...(state ? [command('ecs.compareWithLatest', state, document)] : []),
    ];
    const own = this.#connections.ownText(document.uri);
    return [...shown, ...(own ? [ownConnection(own)] : [])].map((one) => new CodeLens(range, one));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #state(document: TextDocument, family: string | undefined): string | undefined {
    const known = family === undefined ? undefined : this.#memory.get(document.uri, family);
    if (!known) return undefined;
    if (!known.latest) return l10n.t('Not registered yet');
    const revision = known.latest.taskDefinition.revision ?? 0;
    const result = toRegisterInput(readDocument(document).source);
    if (!('input' in result)) return l10n.t('Latest revision: {0}', revision);
    const count = diffFields(known.latest, asRegistered(result.input, known.latest)).length;
    if (count === 0) return l10n.t('Registered as revision {0}', revision);
    return count === 1
      ? l10n.t('Registered as revision {0}, differs in 1 field', revision)
      : l10n.t('Registered as revision {0}, differs in {1} fields', revision, count);
  }
}

/** Says to which account all of them go, where that is not the active one for every file. */
function ownConnection(own: string): Command {
  return {
    command: '',
    title: lensTitle('cloud', own),
    tooltip: l10n.t('This file is registered and deployed there.'),
  };
}

function command(id: CommandId, title: string, document: TextDocument): Command {
  return { command: id, title, arguments: [document.uri] };
}
