import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairRegistry: Rule<Service> = {
  id: 'SD028',
  severity: 'error',
  title: 'Under network mode bridge or host a registry names the container and its port.',
  link: links.serviceRegistry,
  says: "When specifying 'host' or 'bridge' for networkMode, values for 'containerName' and 'containerPort' must be specified from the task definition.",
  applies: ({ pair }) => pair,
  check({ fields, task, taskFile }, report) {
    const mode = task?.networkMode;
    if (mode !== 'bridge' && mode !== 'host') return;
    for (const registry of fields.list('serviceRegistries').fields()) {
      const lacking = ['containerName', 'containerPort'].filter((name) => registry.member(name).missing);
      // Where one of them is there, another rule asks for the other.
      if (lacking.length < 2) continue;
      report({
        at: registry.member('registryArn').key ?? registry.node!,
        message: l10n.t(
          '{0} has network mode {1}: a registry needs containerName and containerPort.',
          taskFile ?? '',
          mode,
        ),
      });
    }
  },
};
