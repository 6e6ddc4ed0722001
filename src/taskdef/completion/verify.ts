import { errorsOf } from '../check.ts';
import { serviceRules, taskRules } from '../ruleTable.ts';
import type { CheckContext } from '../rule/checkContext.ts';
import type { CompletionItem } from './completionItem.ts';
import { parseDocument, type SourceDocument } from '../document/document.ts';
import { applyEdits } from '../document/edits.ts';
import { snippetDefaults } from '../document/snippetText.ts';

/** Text that is parsed and checked for one list of proposals, in UTF-16 units; larger files have fewer proposals tried. */
const budget = 90_000;

/** Members in the wrong object: the brackets around the place are broken, and nothing that is written there is right. */
const misplaced = [...taskRules, ...serviceRules].filter((rule) => rule.findsMisplaced).map(({ id }) => `${id} `);

/**
 * Tries proposals on the file and marks those that would bring in an error, with its message: what is offered without a mark is safe to
 * accept. A usual member that lacks something beside it says so and keeps its place. Errors that every proposal meets were in the file before, hidden behind the half-typed place.
 */
export function markRefused(
  document: SourceDocument,
  items: CompletionItem[],
  context: CheckContext,
): CompletionItem[] {
  const tried = items.filter((item) => !item.refused).slice(0, Math.floor(budget / (document.text.length + 200)));
  const before = errorsOf(document, context);
  const after = new Map(tried.map((item) => [item, errorsAfter(document, item, context)]));
  const hidden =
    document.errors.length === 0
      ? []
      : [...(after.get(tried[0]!)?.keys() ?? [])].filter(
          (key) =>
            tried.length > 1 &&
            !misplaced.some((id) => key.startsWith(id)) &&
            [...after.values()].every((errors) => errors.has(key)),
        );
  for (const [item, errors] of after) {
    const added = [...errors].find(([key]) => !before.has(key) && !hidden.includes(key));
    if (!added) continue;
    const [, message] = added;
    if (item.isUsual) item.needs = message;
    else {
      item.refused = message;
      item.sortText = `z${item.sortText.slice(1)}`;
    }
    item.documentation = [message, item.documentation].filter(Boolean).join('\n\n');
  }
  return items;
}

function errorsAfter(document: SourceDocument, item: CompletionItem, context: CheckContext): Map<string, string> {
  const edit = { ...item.edit, text: snippetDefaults(item.edit.text) };
  return errorsOf(
    parseDocument(applyEdits(document.text, [edit, ...item.additionalEdits]), { kind: document.kind }),
    context,
  );
}
