import * as l10n from '@vscode/l10n';
import { isAboutService } from '../../document/content.ts';
import type { FileKind } from '../../document/recognise.ts';
import { links } from '../../facts/links.ts';
import { memberOf, type Node } from '../../formats/node.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';

/** Fewer a person may have left open; the shortest skeleton has more. */
const leastEmpty = 8;

export const unfilledSkeleton: Rule<Subject> = {
  id: 'TD0D6',
  severity: 'error',
  title: 'A skeleton of the AWS CLI is filled in before it is used.',
  link: links.skeleton,
  onServiceDefinitions: true,
  standsAlone: true,
  check({ document: { root, kind } }, report) {
    const name = root && nameIn(root, kind);
    if (!root || name?.value !== '') return;
    const { empty, written } = countTexts(root);
    // What is written in a skeleton are the first of several choices.
    if (empty < leastEmpty || empty < written * 2) return;
    report({
      at: { offset: root.offset, length: 1 },
      message: l10n.t(
        'This is a skeleton as --generate-cli-skeleton writes it: {0} of its texts are still empty. Fill in what you need and remove the rest; ECS refuses empty values.',
        empty,
      ),
    });
  },
};

/** What is named first, whatever the file is for. */
function nameIn(root: Node, kind: FileKind): Node | undefined {
  if (!isAboutService(kind)) return memberOf(root, 'family');
  return memberOf(root, 'serviceName') ?? memberOf(root, 'service');
}

function countTexts(node: Node): { empty: number; written: number } {
  if (node.type === 'string') return node.value === '' ? { empty: 1, written: 0 } : { empty: 0, written: 1 };
  const inside = node.type === 'property' ? node.children?.slice(1) : node.children;
  let empty = 0;
  let written = 0;
  for (const child of inside ?? []) {
    const counts = countTexts(child);
    empty += counts.empty;
    written += counts.written;
  }
  return { empty, written };
}
