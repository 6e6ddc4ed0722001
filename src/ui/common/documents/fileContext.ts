import { type Disposable, EventEmitter, type TextDocument, type Uri, workspace } from 'vscode';
import type { Home } from '../../../taskdef/document/home.ts';
import type { CheckContext } from '../../../taskdef/rule/checkContext.ts';
import type { SiblingFacts } from '../../../taskdef/document/siblingFacts.ts';
import { chooseTools } from '../../../taskdef/siblings/chooseTools.ts';
import type { Severity } from '../../../taskdef/rule/finding.ts';
import { affectsAny, getSetting } from '../settings.ts';
import { entriesFor } from './fileTable.ts';
import { SiblingFiles } from './siblingFiles.ts';

/** Settings on which the judgement of a file depends. */
const judgingSettings = [
  'ecs.taskDefinition.files',
  'ecs.taskDefinition.ignore',
  'ecs.taskDefinition.rules',
  'ecs.taskDefinition.tool',
] as const;

/** All that judging a file depends on beside its text: what settings and sibling files say. */
export class FileContexts implements Disposable {
  readonly siblings = new SiblingFiles();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  #generation = 0;

  /** Fires when files may have to be judged otherwise than before. */
  readonly onDidChange = this.#changed.event;

  /** Where the connection of a file leads, as far as that is known. */
  homeOf: (uri: Uri) => Home | undefined = () => undefined;

  constructor() {
    const change = (): void => this.change();
    this.#subscriptions = [
      this.siblings,
      this.#changed,
      this.siblings.onDidChange(change),
      workspace.onDidChangeConfiguration((event) => {
        if (affectsAny(event, judgingSettings)) change();
      }),
    ];
  }

  /** Grows with each change. */
  get generation(): number {
    return this.#generation;
  }

  /** Tells that files may have to be judged otherwise. */
  change(): void {
    this.#generation++;
    this.#changed.fire();
  }

  /** What is known by now; does not wait. */
  get(document: TextDocument): CheckContext {
    const siblings = this.siblings.factsFor(document);
    const home = this.homeOf(document.uri);
    return { severities: severitiesFor(document), ...toolsFor(document, siblings), siblings, home };
  }

  dispose(): void {
    if (shared === this) shared = undefined;
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

let shared: FileContexts | undefined;

/** Those of the window, made when the first file is read. */
export function fileContexts(): FileContexts {
  return (shared ??= new FileContexts());
}

function toolsFor(document: TextDocument, siblings: SiblingFacts | undefined): Pick<CheckContext, 'tool' | 'uses'> {
  const chosen = getSetting('ecs.taskDefinition.tool', document.uri);
  return chooseTools(chosen === 'auto' ? undefined : chosen, siblings);
}

type Severities = Readonly<Record<string, Severity | 'off'>>;

const severities: ReadonlySet<unknown> = new Set<Severity | 'off'>(['error', 'warning', 'info', 'hint', 'off']);

function severitiesFor(document: TextDocument): Severities {
  const rules = Object.entries(getSetting('ecs.taskDefinition.rules', document.uri) ?? {});
  const ignored = entriesFor(getSetting('ecs.taskDefinition.ignore', document.uri) ?? {}, document).flat();
  return {
    ...Object.fromEntries(rules.filter(([, severity]) => severities.has(severity))),
    ...Object.fromEntries(ignored.map((rule) => [rule, 'off' as const])),
  };
}
