import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const publicIp: Rule<Service> = {
  id: 'SD00U',
  severity: 'error',
  title: 'Only tasks on Fargate get a public address.',
  link: links.awsvpcConfiguration,
  says: 'Assign public IP is not supported for this launch type.',
  check(service, report) {
    const { document, fields } = service;
    const address = fields.fields('networkConfiguration').fields('awsvpcConfiguration').str('assignPublicIp');
    if (address.value !== 'ENABLED' || !address.node || service.launch('FARGATE') !== 'no') return;
    report({
      at: address.node,
      // The kind of a provider is known to the account alone.
      severity: fields.str('launchType').value ? 'error' : 'warning',
      message: l10n.t('Assign public IP is not supported for this launch type: it is for Fargate.'),
      fixes: [changeFix(document, address.node, 'DISABLED')],
    });
  },
};
