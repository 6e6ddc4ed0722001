import { isDeepStrictEqual } from 'node:util';
import type { TextDocument } from 'vscode';
import { check } from '../../../taskdef/check.ts';
import { parseDocument, type SourceDocument } from '../../../taskdef/document/document.ts';
import { type FilledText, fillPlaceholders, openPlaceholders } from '../../../taskdef/document/placeholderValues.ts';
import type { Range } from '../../../taskdef/document/range.ts';
import type { FileKind } from '../../../taskdef/document/recognise.ts';
import { readTask, type Task } from '../../../taskdef/document/task.ts';
import type { CheckContext } from '../../../taskdef/rule/checkContext.ts';
import type { Finding } from '../../../taskdef/rule/finding.ts';
import { fileContexts } from './fileContext.ts';
import { fileKind, isCandidate } from './fileKind.ts';

/** What a reading is made of; what is absent is worked out when first asked for. */
interface Parts {
  document: TextDocument;
  kind: FileKind;
  text: string;
  context?: CheckContext;
  source?: SourceDocument;
  inFile?: FilledText['inFile'];
}

/**
 * A file as it was read at one version, as it stands or with its placeholders filled in: the one view that the editor, the
 * commands and the tasks of tasks.json have of it. Parsed and checked once, whoever asks.
 */
export class ReadDocument {
  readonly document: TextDocument;
  readonly version: number;
  readonly kind: FileKind;
  readonly text: string;
  /** The stretch of the file that a stretch of this text came from. */
  readonly inFile: (range: Range) => Range;
  #source: SourceDocument | undefined;
  #context: CheckContext | undefined;
  #task: Task | undefined;
  #findings: Finding[] | undefined;

  constructor({ document, kind, text, context, source, inFile = (range) => range }: Parts) {
    this.document = document;
    this.version = document.version;
    this.kind = kind;
    this.text = text;
    this.inFile = inFile;
    this.#context = context;
    this.#source = source;
  }

  /** The file's name, without its folder. */
  get name(): string {
    return this.document.uri.path.slice(this.document.uri.path.lastIndexOf('/') + 1);
  }

  get source(): SourceDocument {
    return (this.#source ??= parseDocument(this.text, { kind: this.kind }));
  }

  /** Its siblings, the tool that registers it and the severities that the person chose. */
  get context(): CheckContext {
    return (this.#context ??= fileContexts().get(this.document));
  }

  get task(): Task {
    return (this.#task ??= readTask(this.source, this.context));
  }

  get findings(): Finding[] {
    return (this.#findings ??= check(this.source, this.context));
  }

  /** The file in another context, or itself where nothing is judged otherwise for that. */
  in(context: CheckContext): ReadDocument {
    if (this.#context && isDeepStrictEqual(this.#context, context)) return this;
    const { document, kind, text, inFile } = this;
    return new ReadDocument({ document, kind, text, context, source: this.#source, inFile });
  }
}

const entries = new WeakMap<TextDocument, { read: ReadDocument; generation: number }>();

/** The document as read, with what is known about its siblings by now. Files that are not ours are looked at, not parsed. */
export function readDocument(document: TextDocument): ReadDocument {
  const { generation } = fileContexts();
  const known = entries.get(document);
  const isOfVersion = known?.read.version === document.version;
  if (isOfVersion && known.generation === generation) return known.read;
  const read = (isOfVersion && judgedAnew(known.read)) || readAnew(document);
  entries.set(document, { read, generation });
  return read;
}

/** As `readDocument`, once its sibling files have been read: for commands, which can wait. */
export async function readWithSiblings(document: TextDocument): Promise<ReadDocument> {
  if (readDocument(document).kind !== 'other') await fileContexts().siblings.settle(document);
  return readDocument(document);
}

/** The file with values in the places of its placeholders; those without a value stay. */
export function withValues(read: ReadDocument, values: ReadonlyMap<string, string>): ReadDocument {
  const { text, inFile } = fillPlaceholders(read.text, openPlaceholders(read.source), values);
  if (text === read.text) return read;
  const { document, kind, context } = read;
  return new ReadDocument({ document, kind, text, context, inFile: (range) => read.inFile(inFile(range)) });
}

/** The same text in the context of now; undefined where it is now taken for something else. */
function judgedAnew(read: ReadDocument): ReadDocument | undefined {
  const { document, kind } = read;
  if (fileKind(document) !== kind) return undefined;
  return kind === 'other' ? read : read.in(fileContexts().get(document));
}

function readAnew(document: TextDocument): ReadDocument {
  return new ReadDocument({ document, kind: fileKind(document), text: document.getText() });
}

/** Whether a document is one of ours. */
export function isOurs(document: TextDocument): boolean {
  return isCandidate(document) && readDocument(document).kind !== 'other';
}

/** Whether a document is a whole task definition, which can be registered. */
export function isTaskDefinition(document: TextDocument): boolean {
  if (!isCandidate(document)) return false;
  const { kind } = readDocument(document);
  return kind === 'taskDefinition' || kind === 'wrapper';
}
