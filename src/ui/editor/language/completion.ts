import {
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  CompletionItemTag,
  MarkdownString,
  type Position,
  SnippetString,
  type TextDocument,
} from 'vscode';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { complete } from '../../../taskdef/completion/complete.ts';
import type { CompletionItem as Proposal } from '../../../taskdef/completion/completionItem.ts';
import { toRange, toTextEdits } from '../textRange.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';

/** Offers what can be written at the cursor, from the file alone; what the account is known to have comes from there. */
export function completionBeside(live: Known): CompletionItemProvider {
  return {
    provideCompletionItems(document, position) {
      if (!isOurs(document)) return undefined;
      const { source, context } = readDocument(document);
      const proposals = complete(source, document.offsetAt(position), context);
      const known = live.known(document, position);
      return proposals.filter(({ label }) => !known.has(label)).map((proposal) => toItem(document, proposal));
    },
  };
}

/** What the account is known to have for a place. */
interface Known {
  known(document: TextDocument, position: Position): ReadonlySet<string>;
}

/** Characters after which VS Code asks for completions by itself. */
export const completionTriggers = ['"', ':', ' '] as const;

const kinds: Record<Proposal['kind'], CompletionItemKind> = {
  property: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
  reference: CompletionItemKind.Reference,
};

function toItem(document: TextDocument, proposal: Proposal): CompletionItem {
  const item = new CompletionItem(
    { label: visibleLine(proposal.label), description: proposal.detail },
    kinds[proposal.kind],
  );
  item.range = toRange(document, proposal.edit);
  item.insertText = new SnippetString(proposal.edit.text);
  // Snippets would otherwise be indented once more: their text is laid out for its place already.
  item.keepWhitespace = true;
  item.filterText = proposal.filterText;
  item.sortText = proposal.sortText;
  if (proposal.documentation) item.documentation = new MarkdownString(proposal.documentation);
  if (proposal.refused) item.tags = [CompletionItemTag.Deprecated];
  item.additionalTextEdits = toTextEdits(document, proposal.additionalEdits);
  return item;
}
