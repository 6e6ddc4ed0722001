import type { TextDocument } from 'vscode';
import { check } from '../../../taskdef/check.ts';
import type { CheckContext } from '../../../taskdef/rule/checkContext.ts';
import { parseDocument, type SourceDocument } from '../../../taskdef/document/document.ts';
import type { Finding } from '../../../taskdef/rule/finding.ts';
import type { FileKind } from '../../../taskdef/document/recognise.ts';
import { contextFor } from './fileContext.ts';
import { fileKind, isCandidate } from './fileKind.ts';

/** A document as it was read at one version. Everything but its kind is worked out when first asked for. */
export class ReadDocument {
  readonly kind: FileKind;
  readonly version: number;
  readonly languageId: string;
  readonly generation: number;
  readonly #document: TextDocument;
  #source: SourceDocument | undefined;
  #context: CheckContext | undefined;
  #findings: Finding[] | undefined;

  constructor(document: TextDocument, generation: number) {
    this.#document = document;
    this.version = document.version;
    this.languageId = document.languageId;
    this.generation = generation;
    this.kind = fileKind(document);
  }

  /** Parsed once, whoever asks; must be asked for before the document changes. */
  get source(): SourceDocument {
    return (this.#source ??= parseDocument(this.#document.getText(), { kind: this.kind }));
  }

  get context(): CheckContext {
    return (this.#context ??= contextFor(this.#document));
  }

  get findings(): Finding[] {
    return (this.#findings ??= check(this.source, this.context));
  }
}

let generation = 0;
const read = new WeakMap<TextDocument, ReadDocument>();

/** The document as read; each version is parsed once. Other JSON files are only looked at, not parsed. */
export function readDocument(document: TextDocument): ReadDocument {
  const known = read.get(document);
  if (
    known?.version === document.version &&
    known.languageId === document.languageId &&
    known.generation === generation
  )
    return known;
  const fresh = new ReadDocument(document, generation);
  read.set(document, fresh);
  return fresh;
}

/** Has everything read anew when next asked for: settings or neighbouring files have changed. */
export function forgetDocuments(): void {
  generation++;
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
