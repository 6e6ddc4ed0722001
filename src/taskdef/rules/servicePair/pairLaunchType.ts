import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { anchorOf, type Task } from '../../document/task.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairLaunchType: Rule<Service> = {
  id: 'SD025',
  severity: 'error',
  title: 'The task definition is made for the launch type of its service.',
  link: links.createService,
  says: 'Task definition does not support launch_type FARGATE.',
  applies: ({ pair }) => pair,
  check(service, report) {
    const { fields, task, taskFile } = service;
    if (!task || service.launch('FARGATE') !== 'yes') return;
    const why = misfit(task);
    if (!why) return;
    report({
      at: fields.str('launchType').node ?? fields.member('capacityProviderStrategy').key ?? anchorOf(fields),
      message: l10n.t('Task definition does not support launch_type FARGATE: {0} {1}.', taskFile ?? '', why),
    });
  },
};

/** Why a task definition does not run on Fargate, as far as ECS tells it when a service is made. */
function misfit(task: Task): string | undefined {
  const { fields, networkMode } = task;
  const fargate = task.launch('FARGATE');
  const types = fields.list('requiresCompatibilities');
  if (fargate === 'yes' || !fields.present) return undefined;
  if (fargate === 'no')
    return l10n.t(
      'says {0} in requiresCompatibilities',
      types
        .texts()
        .map(({ raw }) => raw)
        .join(', '),
    );
  if (!types.missing && !(types.complete && types.items.length === 0)) return undefined;
  if (networkMode !== undefined && networkMode !== 'awsvpc') return l10n.t('has network mode {0}', networkMode);
  const lacking = ['cpu', 'memory'].filter((name) => fields.member(name).missing);
  return lacking.length > 0 ? l10n.t('has no {0} for the task', lacking.join(', ')) : undefined;
}
