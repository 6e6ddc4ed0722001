import * as l10n from '@vscode/l10n';
import { removeNode } from '../../document/edits.ts';
import { isCommentKey } from '../../members/commentKeys.ts';
import { links } from '../../facts/links.ts';
import { removeMany } from '../../rule/removeMany.ts';
import type { CheckContext } from '../../rule/checkContext.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';
import { refusing } from '../../toolPresets.ts';

export const commentKey: Rule<Subject> = {
  id: 'TD0DE',
  severity: 'error',
  title: 'JSON has no comments, and a member that is meant as one is refused.',
  link: links.registerTaskDefinition,
  says: 'Unknown parameter in input: "_comment", must be one of: …',
  onServiceDefinitions: true,
  flaw: 'unknownMember',
  check({ document, issues }, report, context) {
    const found = issues.unknown.filter(({ name }) => isCommentKey(name));
    if (found.length === 0) return;
    const all = removeMany(
      document.text,
      found.map(({ property }) => property),
    );
    const isHarmless = hasTool(context) && refusing('unknownMember', context, document.kind).length === 0;
    for (const { name, key, property } of found) {
      report({
        at: key,
        severity: isHarmless ? 'info' : undefined,
        message: isHarmless
          ? l10n.t('"{0}" is meant as a comment; the tool that deploys this file leaves it out.', name)
          : l10n.t('"{0}" is meant as a comment: JSON has none, and ECS refuses a member that it does not know.', name),
        fixes: [
          { title: l10n.t('Remove all members that are comments'), edits: all, preferred: true },
          { title: l10n.t('Remove "{0}"', name), edits: [removeNode(document.text, property)] },
        ],
      });
    }
  },
};

function hasTool({ tool, uses }: CheckContext): boolean {
  return tool !== undefined || (uses?.length ?? 0) > 0;
}
