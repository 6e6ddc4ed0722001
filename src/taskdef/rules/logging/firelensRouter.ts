import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { insertItem } from '../../document/edits.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';
import type { Task } from '../../document/task.ts';

export const firelensRouter: Rule = {
  id: 'TD080',
  severity: 'error',
  title: 'The awsfirelens driver needs a FireLens container in the task.',
  link: links.firelens,
  says: 'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.',
  check(task, report) {
    const { document, containers, fields } = task;
    const list = document.kind === 'containers' ? undefined : fields.list('containerDefinitions');
    if (!containers.every((one) => one.fields.member('firelensConfiguration').missing) || (list && !list.certain))
      return;
    for (const { driver, log } of logOptionsOf(task)) {
      if (driver !== 'awsfirelens') continue;
      report({
        at: log.member('logDriver').node!,
        message: l10n.t(
          'When awsfirelens log driver is specified, a firelens configuration object must be configured in one of the containers.',
        ),
        fixes: list?.node ? [addRouter(task, list.node)] : [],
      });
    }
  },
};

function addRouter({ document }: Task, list: Node): Fix {
  const router = {
    name: 'log_router',
    image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
    essential: true,
    user: '0',
    memoryReservation: 64,
    firelensConfiguration: { type: 'fluentbit' },
  };
  return {
    title: l10n.t('Add a FireLens container'),
    edits: [insertItem(document.text, list, router)],
    preferred: true,
  };
}
