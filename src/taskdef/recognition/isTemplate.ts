import { parseJson } from '../formats/json.ts';
import type { SourceDocument } from '../document/document.ts';

/** Whether a file is JSON only once its placeholders are set aside. A half-typed one is not: it is no JSON either way. */
export function isTemplate({ text, root, errors, spans }: SourceDocument): boolean {
  if (!root || errors.length > 0) return false;
  if (spans.length > 0) return true;
  // `"{{ env "HOME" }}"` has no placeholder without quotes, but quotes that JSON cannot take.
  return parseJson(text.replace(/^\uFEFF/, ' ')).problems.length > 0;
}
