import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import { asDaemon, isSure, onFargate } from '../../rule/launchTypes.ts';
import type { Rule } from '../../rule/rule.ts';

export const daemonCapacity: Rule<Service> = {
  id: 'SD00I',
  severity: 'error',
  title: 'A daemon runs on instances, by a launch type.',
  link: links.services,
  says: 'Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.',
  applies: asDaemon,
  check(service, report) {
    const { document, fields } = service;
    const scheduling = fields.str('schedulingStrategy');
    const fargate = onFargate(service);
    if (isSure(fargate) && scheduling.node) {
      report({
        at: scheduling.node,
        severity: fargate === 'yes' ? 'error' : 'warning',
        message: l10n.t('Fargate has no instances on which a daemon could run.'),
        fixes: [changeFix(document, scheduling.node, 'REPLICA', false)],
      });
      return;
    }
    const list = fields.list('capacityProviderStrategy');
    if (!list.key || !list.node || !list.filled) return;
    report({
      at: list.key,
      // Reported of 2020: whether newer kinds of provider take daemons is not known.
      severity: 'warning',
      message: l10n.t('ECS takes no capacity provider strategy with DAEMON; say launchType EC2 instead.'),
      fixes: [removeFix(document, list.node, '"capacityProviderStrategy"', false)],
    });
  },
};
