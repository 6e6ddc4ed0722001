import { Hover, type HoverProvider, MarkdownString, type Position, type TextDocument } from 'vscode';
import { hover as hoverAt } from '../../../taskdef/reading/hover.ts';
import type { FileConnections } from '../status/fileConnections.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';
import { toRange } from '../textRange.ts';

/** Says what the field under the pointer means; prices are those of the Region that the file's connection is in. */
export class FieldHover implements HoverProvider {
  readonly #connections: FileConnections;

  constructor(connections: FileConnections) {
    this.#connections = connections;
  }

  provideHover(document: TextDocument, position: Position): Hover | undefined {
    if (!isOurs(document)) return undefined;
    const region = this.#connections.get(document.uri)?.region;
    const found = hoverAt(readDocument(document).source, document.offsetAt(position), region);
    if (!found) return undefined;
    const parts = found.contents.map((text) => new MarkdownString(text));
    return new Hover(parts, toRange(document, found.range));
  }
}
