import { Hover, type HoverProvider, MarkdownString } from 'vscode';
import { hover as hoverAt } from '../../taskdef/hover.ts';
import { isOurs, readDocument } from './taskDefinitionDocument.ts';
import { toRange } from './textRange.ts';

/** Says what the field under the pointer means. */
export const hover: HoverProvider = {
  provideHover(document, position) {
    if (!isOurs(document)) return undefined;
    const found = hoverAt(readDocument(document).source, document.offsetAt(position));
    if (!found) return undefined;
    const parts = found.contents.filter(Boolean).map((text) => new MarkdownString(text));
    return new Hover(parts, toRange(document, found.range));
  },
};
