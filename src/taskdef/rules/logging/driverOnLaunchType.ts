import * as l10n from '@vscode/l10n';
import { links } from '../../../links.ts';
import { awslogsDefaults } from '../../awslogsDefaults.ts';
import { replaceNode } from '../../edits.ts';
import type { Fields } from '../../fields.ts';
import type { Fix } from '../../finding.ts';
import type { Task } from '../../task.ts';
import { unsupportedDriver } from '../../logDriverSupport.ts';
import { logOptions } from '../../logOptionTable.ts';
import type { Rule } from '../../rule.ts';
import { logOptionsOf } from './logOptionsOf.ts';

export const driverOnLaunchType: Rule = {
  id: 'TD082',
  severity: 'error',
  title: 'Fargate and Managed Instances take some log drivers only.',
  link: links.awslogs,
  says: 'x is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens].',
  check(task, report) {
    for (const { driver, log } of logOptionsOf(task)) {
      const node = log.member('logDriver').node;
      const found =
        driver === undefined || !(driver in logOptions || driver === 'awsfirelens')
          ? undefined
          : unsupportedDriver(task, driver);
      if (!found || !node) continue;
      report({
        at: node,
        severity: found.likely ? 'warning' : 'error',
        message: l10n.t(
          '{0} is not a valid log driver for {1}. Must be one of [{2}].',
          driver!,
          found.type,
          found.drivers.join(', '),
        ),
        fixes: [useAwslogs(task, log)],
      });
    }
  },
};

/** Another driver's options mean nothing to awslogs, so the whole configuration changes. */
function useAwslogs(task: Task, log: Fields): Fix {
  const configuration = { logDriver: 'awslogs', options: awslogsDefaults(task) };
  return {
    title: l10n.t('Use awslogs'),
    edits: [replaceNode(task.document.text, log.node!, configuration)],
  };
}
