import * as l10n from '@vscode/l10n';
import { isDescribed } from '../../recognition/isDescribed.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { asDaemon } from '../../rule/launchTypes.ts';

export const daemonCount: Rule<Service> = {
  id: 'SD00G',
  severity: 'error',
  title: 'A daemon has no desired count.',
  link: links.services,
  says: 'The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again.',
  flaw: 'daemonCount',
  applies: asDaemon,
  check({ document, fields }, report) {
    const { key, node, missing } = fields.member('desiredCount');
    // DescribeServices counts the tasks of a daemon, and its repair leaves the count out.
    if (!key || !node || missing || isDescribed(fields)) return;
    report({
      at: key,
      message: l10n.t('A daemon runs one task on each instance: desiredCount is refused, even one of 0.'),
      fixes: [removeFix(document, node, '"desiredCount"')],
    });
  },
};
