import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix, changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { conditionsOf } from '../../rule/conditionsOf.ts';

export const healthyDependency: Rule = {
  id: 'TD059',
  severity: 'error',
  title: 'A container that others wait to be healthy has a health check in the task definition.',
  link: links.containerDependency,
  says: 'A dependency container with HEALTHY condition must have health check configured.',
  check({ document, containers }, report) {
    for (const { condition, node, target } of conditionsOf(containers)) {
      if (condition !== 'HEALTHY' || !target.fields.member('healthCheck').missing) continue;
      const port = target.fields.list('portMappings').fields()[0]?.num('containerPort').value ?? 8080;
      const command = ['CMD-SHELL', `curl -f http://127.0.0.1:${port}/ || exit 1`];
      report({
        at: node,
        message: l10n.t(
          'A dependency container with HEALTHY condition must have health check configured: {0} has none here, and one in its image does not count.',
          target.label,
        ),
        fixes: [
          addFix(
            document,
            target.node,
            'healthCheck',
            { command, interval: 30, timeout: 5, retries: 3 },
            { preferred: false },
          ),
          changeFix(document, node, 'START', false),
        ].filter(() => !target.fields.member('healthCheck').node),
      });
    }
  },
};
