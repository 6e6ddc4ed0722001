import { isAboutService } from './document/content.ts';
import { check } from './check.ts';
import type { CheckContext } from './rule/checkContext.ts';
import { parseDocument, type SourceDocument } from './document/document.ts';
import { applyEdits, type Edit } from './document/edits.ts';
import type { Finding } from './rule/finding.ts';
import { serviceRules, taskRules } from './ruleTable.ts';

/**
 * What the answers of DescribeTaskDefinition and DescribeServices and the console's JSON have too much: the wrapper,
 * output-only members, nulls, empty tags and the retired accelerators. Other repairs change what a task or a service does
 * and are left to a person.
 */
const describeOutput: ReadonlySet<string> = new Set(
  [...taskRules, ...serviceRules].filter((rule) => rule.repairsDescribeOutput).map(({ id }) => id),
);
const mostRounds = 6;

/** One edit that makes describe output an input; undefined when there is nothing to do. */
export function fixAll(document: SourceDocument, context: CheckContext = {}): Edit | undefined {
  return repeatedly(document, withoutMuting(context), ({ rule }) => describeOutput.has(rule));
}

/** One edit that makes all repairs that are certain to be what is meant; undefined when there is nothing to do. */
export function fixCertain(document: SourceDocument, context: CheckContext = {}): Edit | undefined {
  return repeatedly(document, context, () => true);
}

function repeatedly(
  document: SourceDocument,
  context: CheckContext,
  isWanted: (finding: Finding) => boolean,
): Edit | undefined {
  let current = document;
  for (let round = 0; round < mostRounds; round++) {
    const edits = disjoint(check(current, context).filter(isWanted));
    if (edits.length === 0) break;
    // Judged anew: what is unwrapped is another kind of file.
    const text = applyEdits(current.text, edits);
    current = parseDocument(text, {
      path: isAboutService(document.kind) ? 'service-definition.json' : 'task-definition.json',
    });
  }
  return current === document ? undefined : shortest(document.text, current.text);
}

/** Severities do not matter here: what a deploy tool tolerates is still repaired when it is asked for. */
function withoutMuting({ siblings, tool }: CheckContext): CheckContext {
  return { siblings, tool };
}

/** The edits of as many repairs as do not meet; the others have their turn in the next round. */
function disjoint(findings: readonly Finding[]): Edit[] {
  // In the order of the file, so that a place is found by halving: there may be thousands.
  const chosen: Edit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ preferred }) => preferred);
    if (!fix || fix.edits.some((edit) => clashes(chosen, edit))) continue;
    for (const edit of fix.edits) chosen.splice(placeOf(chosen, edit.offset), 0, edit);
  }
  return chosen;
}

function clashes(chosen: readonly Edit[], { offset, length }: Edit): boolean {
  const at = placeOf(chosen, offset);
  const [before, after] = [chosen[at - 1], chosen[at]];
  if (after && (after.offset === offset || after.offset < offset + length)) return true;
  return before !== undefined && before.offset + before.length > offset;
}

/** The index of the first edit that does not begin before `offset`. */
function placeOf(edits: readonly Edit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.offset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The one replacement that turns one text into the other, without what both begin and end with. */
function shortest(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) };
}
