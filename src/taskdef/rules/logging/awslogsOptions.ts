import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertMember, insertMembers, type Edit } from '../../document/edits.ts';
import type { Fields } from '../../document/fields.ts';
import type { Rule } from '../../rule/rule.ts';
import { anchorOf, type Task } from '../../document/task.ts';
import { awslogsDefaults } from '../../facts/awslogsDefaults.ts';

export const awslogsOptions: Rule = {
  id: 'TD083',
  severity: 'error',
  title: 'The awslogs driver needs a group and a Region.',
  link: links.awslogs,
  says: 'Log driver awslogs requires options: awslogs-region, awslogs-group.',
  check(task, report) {
    for (const { fields, label } of task.containers) {
      const log = fields.fields('logConfiguration');
      if (log.str('logDriver').value !== 'awslogs') continue;
      const options = log.fields('options');
      const missing = ['awslogs-group', 'awslogs-region'].filter((name) => options.member(name).missing);
      if (missing.length === 0) continue;
      report({
        at: options.key ?? log.str('logDriver').node ?? anchorOf(log),
        message: l10n.t('Log driver awslogs requires options: container {0} lacks {1}.', label, missing.join(', ')),
        fixes: [
          {
            title: l10n.t('Add {0}', missing.join(', ')),
            edits: addOptions(task, log, options, missing),
            preferred: true,
          },
        ],
      });
    }
  },
};

function addOptions(task: Task, log: Fields, options: Fields, missing: string[]): Edit[] {
  const { document } = task;
  const values = awslogsDefaults(task);
  const wanted =
    options.present && !options.member('awslogs-stream-prefix').missing
      ? missing
      : [...missing, 'awslogs-stream-prefix'];
  const added = Object.fromEntries(wanted.map((name) => [name, values[name]!]));
  if (options.node) return options.present ? [insertMembers(document.text, options.node, added)] : [];
  return log.node ? [insertMember(document.text, log.node, 'options', added)] : [];
}
