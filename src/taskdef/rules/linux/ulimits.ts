import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { replaceNode } from '../../document/edits.ts';
import type { Value } from '../../document/fields.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Report, Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

const mostFiles = 1_048_576;

export const ulimits: Rule = {
  id: 'TD0A8',
  severity: 'error',
  title: 'A soft limit is not above its hard limit, each limit is set once, and Fargate honours nofile only.',
  link: links.containerDefinition,
  says: 'Soft limit exceeds hard limit for ulimit nofile.',
  check(task, report) {
    for (const { fields } of task.containers) {
      const seen = new Set<string>();
      for (const limit of fields.list('ulimits').fields()) {
        const name = limit.str('name');
        const soft = limit.num('softLimit');
        const hard = limit.num('hardLimit');
        if (soft.value !== undefined && hard.value !== undefined && hard.value >= 0 && soft.value > hard.value) {
          const edits = [
            replaceNode(task.document.text, soft.node!, hard.value),
            replaceNode(task.document.text, hard.node!, soft.value),
          ];
          report({
            at: soft.node!,
            message: name.raw?.trim()
              ? l10n.t(
                  'Soft limit exceeds hard limit for ulimit {0}: {1} is above {2}.',
                  name.raw,
                  soft.value,
                  hard.value,
                )
              : l10n.t('Soft limit exceeds hard limit: {0} is above {1}.', soft.value, hard.value),
            fixes: [{ title: l10n.t('Swap the two'), edits, preferred: true }],
          });
        }
        if (!name.value?.trim() || !name.node) continue;
        if (seen.has(name.value))
          report({
            at: name.node,
            message: l10n.t('The limit {0} is set twice.', name.value),
            fixes: [removeFix(task.document, limit.node!, l10n.t('the second one'), false)],
          });
        seen.add(name.value);
        if (isSure(onFargate(task))) checkFargate(name, hard, report);
      }
    }
  },
};

function checkFargate(name: Value<string>, hard: Value<number>, report: Report): void {
  if (name.value !== 'nofile')
    report({
      at: name.node!,
      severity: 'warning',
      message: l10n.t('Fargate honours the limit nofile only; {0} keeps its default.', name.value!),
    });
  else if (hard.value !== undefined && hard.value > mostFiles)
    report({
      at: hard.node!,
      severity: 'warning',
      message: l10n.t('Fargate allows {0} open files at most.', mostFiles),
    });
}
