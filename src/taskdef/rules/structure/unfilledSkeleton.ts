import * as l10n from '@vscode/l10n';
import type { Edit } from '../../document/edits.ts';
import { isAboutService } from '../../document/content.ts';
import type { FileKind } from '../../document/recognise.ts';
import { links } from '../../facts/links.ts';
import { memberOf, type Node } from '../../formats/node.ts';
import { removeMany } from '../../rule/removeMany.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';
import { isRepaired } from '../../toolPresets.ts';

/** Fewer a person may have left open; the shortest skeleton has more. */
const leastEmpty = 8;
/** With a name, so many are left of a skeleton and of nothing else. */
const leastBesideName = 15;

export const unfilledSkeleton: Rule<Subject> = {
  id: 'TD0D6',
  severity: 'error',
  title: 'A skeleton of the AWS CLI is filled in before it is used.',
  link: links.skeleton,
  onServiceDefinitions: true,
  standsAlone: true,
  check({ document: { root, kind, text } }, report, context) {
    if (!root || !hasEmptyTexts(text, leastEmpty)) return;
    const empty: Node[] = [];
    const written = readTexts(root, empty);
    const isNameless = nameIn(root, kind)?.value === '';
    // What is written in a skeleton are the first of several choices.
    if (empty.length < (isNameless ? leastEmpty : leastBesideName) || empty.length < written * 2) return;
    if (!isNameless && isRepaired('emptyText', context, kind)) return;
    report({
      at: { offset: root.offset, length: 1 },
      message: isNameless
        ? l10n.t(
            'This is a skeleton as --generate-cli-skeleton writes it: {0} of its texts are still empty. Fill in what you need and remove the rest; ECS refuses empty values.',
            empty.length,
          )
        : l10n.t(
            'This is what is left of a skeleton as --generate-cli-skeleton writes it: {0} of its texts are empty. ECS refuses empty values: remove what you do not need.',
            empty.length,
          ),
      fixes: isNameless ? [] : [{ title: l10n.t('Remove all that is empty'), edits: withoutHollow(text, root) }],
    });
  },
};

/** What is named first, whatever the file is for. */
function nameIn(root: Node, kind: FileKind): Node | undefined {
  if (!isAboutService(kind)) return memberOf(root, 'family');
  return memberOf(root, 'serviceName') ?? memberOf(root, 'service');
}

/** Whether there are so many, without reading the whole of a file that has none. */
function hasEmptyTexts(text: string, least: number): boolean {
  let found = 0;
  for (let at = text.indexOf('""'); at >= 0 && found < least; at = text.indexOf('""', at + 2)) found++;
  return found >= least;
}

/** Adds the empty texts to a list; returns how many others there are. */
function readTexts(node: Node, empty: Node[]): number {
  if (node.type !== 'string') {
    const inside = node.type === 'property' ? node.children?.slice(1) : node.children;
    return (inside ?? []).reduce((sum, child) => sum + readTexts(child, empty), 0);
  }
  if (node.value !== '') return 1;
  empty.push(node);
  return 0;
}

/** Removes what says nothing: empty texts, zeroes, and lists and objects that hold nothing else. */
function withoutHollow(text: string, root: Node): Edit[] {
  const hollow: Node[] = [];
  const visit = (node: Node): void => {
    for (const child of node.children ?? []) {
      const value = child.type === 'property' ? child.children?.[1] : child;
      if (value && isHollow(value)) hollow.push(child);
      else if (value) visit(value);
    }
  };
  visit(root);
  return removeMany(text, hollow);
}

function isHollow(node: Node): boolean {
  if (node.type !== 'object' && node.type !== 'array') return node.value === '' || node.value === 0;
  const values = (node.children ?? []).flatMap((child) =>
    child.type === 'property' ? (child.children?.[1] ?? []) : child,
  );
  return values.every((value) => isHollow(value));
}
