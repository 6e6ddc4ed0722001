import * as l10n from '@vscode/l10n';
import { strategyItems, type Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const platformOffFargate: Rule<Service> = {
  id: 'SD009',
  severity: 'error',
  title: 'Only a service on Fargate has a platform version.',
  link: links.platformVersions,
  says: 'The platform version must be null when specifying an EC2 launch type.',
  check(service, report) {
    const { document, fields } = service;
    const { value, key, node } = fields.str('platformVersion');
    if (!value || !key || !node || service.launch('FARGATE') !== 'no') return;
    const launchType = fields.str('launchType').value;
    const runsOn = launchType ?? strategyItems(service.fields)[0]?.provider.value;
    // What is empty runs on nothing that could be named.
    if (!runsOn?.trim()) return;
    report({
      at: key,
      // ECS's words are known of EC2 alone.
      severity: launchType === 'EC2' ? 'error' : 'warning',
      message: l10n.t('platformVersion is for Fargate; this service runs on {0}.', runsOn),
      fixes: [removeFix(document, node, '"platformVersion"')],
    });
  },
};
