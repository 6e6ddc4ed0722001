import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';

export const streamPrefix: Rule = {
  id: 'TD084',
  severity: 'error',
  title: 'On Fargate the awslogs driver needs a stream prefix.',
  link: links.awslogs,
  says: 'Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.',
  check(task, report) {
    const fargate = onFargate(task);
    for (const { driver, options, log, container } of logOptionsOf(task)) {
      if (
        driver !== 'awslogs' ||
        !options.member('awslogs-stream-prefix').missing ||
        options.member('awslogs-stream-prefix').node
      )
        continue;
      const fixes = options.present
        ? [addFix(task.document, options.node!, 'awslogs-stream-prefix', 'ecs', { preferred: isSure(fargate) })]
        : [];
      const at = options.key ?? log.member('logDriver').node!;
      if (isSure(fargate))
        report({
          at,
          severity: fargate === 'yes' ? 'error' : 'warning',
          message: l10n.t(
            'Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.',
          ),
          fixes,
        });
      else if (options.present)
        report({
          at,
          severity: 'hint',
          message: l10n.t(
            'Without awslogs-stream-prefix the streams of container {0} are named by container id and hard to find.',
            container.label,
          ),
          fixes,
        });
    }
  },
};
