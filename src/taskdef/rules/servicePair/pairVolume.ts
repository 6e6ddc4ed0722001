import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { anchorOf } from '../../document/task.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairVolume: Rule<Service> = {
  id: 'SD027',
  severity: 'error',
  title: 'A service configures the volume that its task definition leaves to the launch.',
  link: links.ebs,
  says: 'Volume configuration provided but no matching configuredAtLaunch volume found in task definition.',
  applies: ({ pair }) => pair,
  check({ document, fields, task, taskFile, isUpdate, controller }, report) {
    if (!task?.fields.present || (!task.volumes.missing && !task.volumes.certain)) return;
    const open = task.volumes.fields().filter((volume) => volume.bool('configuredAtLaunch').value === true);
    const names = open.map((volume) => volume.str('name').value);
    if (names.includes(undefined)) return;
    const configurations = fields.list('volumeConfigurations');
    for (const { value, node } of configurations.fields().map((one) => one.str('name'))) {
      if (!value || !node || names.includes(value)) continue;
      report({
        at: node,
        message:
          names.length > 0
            ? l10n.t('{0} leaves the volume {1} to the launch, not {2}.', taskFile ?? '', names.join(', '), value)
            : l10n.t('{0} has no volume with configuredAtLaunch: {1} has nothing to configure.', taskFile ?? '', value),
        fixes: names.length === 1 ? [changeFix(document, node, names[0])] : [],
      });
    }
    const configured = !configurations.missing && !(configurations.complete && configurations.items.length === 0);
    if (isUpdate || controller === 'EXTERNAL' || configured || names.length === 0) return;
    report({
      at: configurations.key ?? fields.member('taskDefinition').key ?? anchorOf(fields),
      severity: 'warning',
      message: l10n.t(
        '{0} leaves the volume {1} to the launch: volumeConfigurations is missing.',
        taskFile ?? '',
        names[0]!,
      ),
    });
  },
};
