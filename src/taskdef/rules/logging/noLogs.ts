import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import { awslogsDefaults } from '../../facts/awslogsDefaults.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

export const noLogs: Rule = {
  id: 'TD08H',
  severity: 'hint',
  title: 'A container says where its output goes; on Fargate it is lost otherwise.',
  link: links.awslogs,
  check(task, report) {
    const { document, containers } = task;
    for (const { fields, name, node, label } of containers) {
      const log = fields.member('logConfiguration');
      if (!log.missing || !fields.fields('firelensConfiguration').missing) continue;
      const options = awslogsDefaults(task);
      report({
        at: log.node ?? name.node ?? { offset: node.offset, length: 1 },
        message: isSure(onFargate(task))
          ? l10n.t('Container {0} has no logConfiguration: on Fargate its output is lost.', label)
          : l10n.t('Container {0} has no logConfiguration: its output stays on the instance.', label),
        fixes: log.node
          ? []
          : [addFix(document, node, 'logConfiguration', { logDriver: 'awslogs', options }, { preferred: false })],
      });
    }
  },
};
