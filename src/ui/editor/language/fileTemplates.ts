import { CompletionItem, CompletionItemKind, MarkdownString, Range, SnippetString, type TextDocument } from 'vscode';
import { type FileTemplate, fileTemplates } from '../../../taskdef/completion/templates.ts';
import { recogniseName } from '../../../taskdef/document/recognise.ts';
import { snippetDefaults } from '../../../taskdef/document/snippetText.ts';
import { chosenKind } from '../../common/documents/fileKind.ts';
import type { Connections } from '../../common/connections/connections.ts';
import { homeAt } from '../../common/connections/homeAt.ts';

/** Whole files to start with, for the account and Region of the connection that the file goes with. */
export async function offerTemplates(document: TextDocument, connections: Connections): Promise<CompletionItem[]> {
  const kind = chosenKind(document) ?? recogniseName(document.uri.path);
  const home = await homeAt(connections, document.uri);
  return fileTemplates(home, kind).map((template, index) => toItem(document, template, index));
}

function toItem(document: TextDocument, { name, description, body }: FileTemplate, index: number): CompletionItem {
  const item = new CompletionItem({ label: name, description }, CompletionItemKind.Snippet);
  const text = document.getText();
  const typed = text.trim();
  const start = text.indexOf(typed);
  item.range = new Range(document.positionAt(start), document.positionAt(start + typed.length));
  item.insertText = new SnippetString(body);
  item.filterText = typed.startsWith('"') ? `"${name}` : name;
  // VS Code's own support for JSON offers an empty list and an empty object.
  item.sortText = `!${String(index).padStart(2, '0')}`;
  item.documentation = new MarkdownString().appendCodeblock(snippetDefaults(body), 'json');
  return item;
}
