import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const deploymentAlarms: Rule<Service> = {
  id: 'SD06J',
  severity: 'error',
  title: 'Alarms that watch a deployment are named, by names and not by ARNs; rolling back needs them watched.',
  link: links.deploymentAlarms,
  check({ document, fields }, report) {
    const alarms = fields.fields('deploymentConfiguration').fields('alarms');
    const names = alarms.list('alarmNames');
    const enable = alarms.bool('enable');
    if (enable.value === true && names.empty && names.key)
      report({ at: names.key, message: l10n.t('Alarms are enabled and none is named.') });
    if (enable.value === false && enable.node && alarms.bool('rollback').value === true)
      report({
        at: enable.node,
        severity: 'warning',
        message: l10n.t('rollback has no effect: the alarms are not enabled.'),
        fixes: [changeFix(document, enable.node, true, false)],
      });
    for (const { value, node } of names.texts()) {
      if (value === '') report({ at: node, message: l10n.t('The name of an alarm is empty.') });
      else if (value?.startsWith('arn:'))
        report({
          at: node,
          severity: 'warning',
          message: l10n.t('alarmNames has names of alarms; this is an ARN.'),
          fixes: [changeFix(document, node, value.slice(value.lastIndexOf(':') + 1), false)],
        });
    }
  },
};
