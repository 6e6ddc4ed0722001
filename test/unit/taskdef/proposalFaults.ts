import { errorsOf } from '../../../src/taskdef/check.ts';
import { complete } from '../../../src/taskdef/completion/complete.ts';
import type { CompletionItem } from '../../../src/taskdef/completion/completionItem.ts';
import type { CheckContext } from '../../../src/taskdef/rule/checkContext.ts';
import { parseDocument, type SourceDocument } from '../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../src/taskdef/document/edits.ts';
import { snippetDefaults } from '../../../src/taskdef/document/snippetText.ts';

/** What accepting proposals did to files. */
export interface ProposalFaults {
  readonly tried: number;
  /** Each proposal without a mark that brought in an error. */
  readonly faults: readonly string[];
}

/** A file in which proposals are tried, with what stands beside it. */
export interface TriedFile {
  readonly path: string;
  readonly text: string;
  readonly context?: CheckContext;
}

/**
 * Accepts every proposal at one offset in `stride`, in the text as it is and half-typed: none that is offered without a
 * mark may break the syntax or bring in an error.
 */
export function faultsOfProposals(files: readonly TriedFile[], stride: number): ProposalFaults {
  const faults: string[] = [];
  let tried = 0;
  for (const { path, text, context } of files) {
    const name = parseDocument(text, { path }).kind === 'service' ? 'service-definition.json' : 'task-definition.json';
    const parse = (changed: string): SourceDocument => parseDocument(changed, { path: name });
    const errorsIn = (changed: SourceDocument): Map<string, string> => errorsOf(changed, context);
    const original = errorsIn(parse(text));
    for (let offset = path.length % stride; offset <= text.length; offset += stride) {
      for (const variant of variants(text, offset)) {
        const before = parse(variant);
        const known = new Set(errorsIn(before).keys());
        for (const item of complete(before, offset, context).filter(({ refused, needs }) => !refused && !needs)) {
          tried++;
          const after = parse(accept(variant, item));
          // A half-typed text can swallow what follows it: its errors were there before, and hidden.
          if (after.errors.length < before.errors.length)
            errorsIn(parse(without(variant, item))).forEach((_message, key) => known.add(key));
          const place = `${path} at ${offset}: ${item.label}`;
          if (after.errors.length > before.errors.length) faults.push(`${place} breaks the syntax`);
          for (const error of errorsIn(after).keys())
            if (!known.has(error) && !original.has(error)) faults.push(`${place}: ${error}`);
        }
      }
    }
  }
  return { tried, faults };
}

/** The text with a proposal accepted, and nothing typed at its stops. */
export function accept(text: string, item: CompletionItem): string {
  return applyEdits(text, [{ ...item.edit, text: snippetDefaults(item.edit.text) }, ...item.additionalEdits]);
}

/** The text without what an item types over. */
function without(text: string, { edit }: CompletionItem): string {
  return text.slice(0, edit.offset) + text.slice(edit.offset + edit.length);
}

/** The text, and the text with the rest of the line or value behind the cursor deleted. */
function variants(text: string, offset: number): string[] {
  const rest = text.slice(offset);
  const line = rest.indexOf('\n') < 0 ? rest.length : rest.indexOf('\n');
  const value = /[,\]}\n]/.exec(rest)?.index ?? rest.length;
  return [...new Set([text, text.slice(0, offset) + rest.slice(line), text.slice(0, offset) + rest.slice(value)])];
}
