import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { anchorOf } from '../../document/task.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { isSure } from '../../rule/launchTypes.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairNetwork: Rule<Service> = {
  id: 'SD024',
  severity: 'error',
  title: 'A service has a network configuration exactly when the network mode of its task definition is awsvpc.',
  link: links.taskNetworking,
  says: 'Network Configuration is not valid for the given networkMode of this task definition.',
  applies: ({ pair }) => pair,
  check(service, report) {
    const { document, fields, task, taskFile, isUpdate, controller } = service;
    const mode = task?.networkMode;
    const network = fields.fields('networkConfiguration');
    const inner = network.fields('awsvpcConfiguration');
    if (mode === undefined) return;
    if (mode !== 'awsvpc' && network.key && network.node && inner.present) {
      report({
        at: network.key,
        message: l10n.t(
          'Network Configuration is not valid for the given networkMode of this task definition: {0} has {1}.',
          taskFile ?? '',
          mode,
        ),
        fixes: [removeFix(document, network.node, '"networkConfiguration"', false)],
      });
    }
    // Of Fargate another rule speaks, and task sets bring their own.
    const elsewhere = isUpdate || controller === undefined || controller === 'EXTERNAL';
    if (mode !== 'awsvpc' || elsewhere || isSure(service.launch('FARGATE'))) return;
    if (!network.missing && !inner.missing) return;
    report({
      at: network.key ?? fields.member('taskDefinition').key ?? anchorOf(fields),
      message: l10n.t('{0} has network mode awsvpc: networkConfiguration with subnets is needed.', taskFile ?? ''),
    });
  },
};
