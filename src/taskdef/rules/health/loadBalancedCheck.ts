import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const loadBalancedCheck: Rule = {
  id: 'TD098',
  severity: 'hint',
  title: 'A container behind a load balancer has a health check of its own.',
  link: links.healthCheck,
  check({ containers }, report, context) {
    for (const service of context.siblings?.services ?? []) {
      for (const { containerName } of service.loadBalancers) {
        const target = containers.find(({ name }) => name.value !== undefined && name.value === containerName);
        if (!target?.name.node || !target.fields.member('healthCheck').missing) continue;
        report({
          at: target.name.node,
          message: l10n.t(
            '{0} sends traffic to container {1}, which has no healthCheck: only the load balancer notices when it hangs.',
            service.file,
            target.label,
          ),
        });
      }
    }
  },
};
