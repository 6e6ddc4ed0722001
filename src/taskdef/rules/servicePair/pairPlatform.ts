import * as l10n from '@vscode/l10n';
import { strategyItems, type Service } from '../../document/service.ts';
import type { Task } from '../../document/task.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairPlatform: Rule<Service> = {
  id: 'SD029',
  severity: 'error',
  title: 'The platform version has what the task definition needs, and Windows does not run on Fargate Spot.',
  link: links.platformVersions,
  says: 'One or more of the requested capabilities are not supported.',
  applies: ({ pair }) => pair,
  check({ document, fields, task, taskFile }, report) {
    const version = fields.str('platformVersion');
    const old = /^1\.[0-3]\.0$/.test(version.value ?? '');
    const needs = task && old && task.windows !== 'yes' ? newerNeeds(task) : [];
    if (needs.length > 0)
      report({
        at: version.node!,
        message: l10n.t(
          '{0} has {1}, which platform version {2} lacks.',
          taskFile ?? '',
          needs.join(', '),
          version.value!,
        ),
        fixes: [changeFix(document, version.node!, 'LATEST')],
      });
    if (task?.windows !== 'yes') return;
    if (version.node && /^1\.[1-9]/.test(version.value ?? ''))
      report({
        at: version.node,
        severity: 'warning',
        message: l10n.t('{0} is for Windows, whose platform version is 1.0.0.', taskFile ?? ''),
        fixes: [changeFix(document, version.node, 'LATEST')],
      });
    for (const { provider } of strategyItems(fields)) {
      if (provider.value !== 'FARGATE_SPOT') continue;
      report({
        at: provider.node!,
        severity: 'warning',
        message: l10n.t('Fargate Spot runs Linux; {0} is for Windows.', taskFile ?? ''),
        fixes: [changeFix(document, provider.node!, 'FARGATE', false)],
      });
    }
  },
};

/** What came with platform version 1.4.0. */
function newerNeeds({ fields, volumes }: Task): string[] {
  const needs = [];
  if (volumes.fields().some((volume) => volume.fields('efsVolumeConfiguration').present))
    needs.push('efsVolumeConfiguration');
  if (volumes.fields().some((volume) => volume.bool('configuredAtLaunch').value)) needs.push('configuredAtLaunch');
  for (const name of ['ephemeralStorage', 'pidMode']) if (fields.has(name)) needs.push(name);
  return needs;
}
