import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { awslogsDefaults } from '../../facts/awslogsDefaults.ts';
import { replaceNode } from '../../document/edits.ts';
import type { Fields } from '../../document/fields.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Task } from '../../document/task.ts';
import { unsupportedDriver } from '../../facts/logDriverSupport.ts';
import { logOptions } from '../../facts/logOptionTable.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';

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
