import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { listOf } from '../../rule/listOf.ts';
import type { Rule } from '../../rule/rule.ts';
import { anchorOf } from '../../document/task.ts';

export const serviceContainer: Rule = {
  id: 'TD0D0',
  severity: 'warning',
  title: 'The container that a service beside this file puts behind a load balancer exists.',
  link: links.loadBalancing,
  says: 'The container x does not exist in the task definition.',
  check({ fields, containers, containersCertain }, report, { siblings }) {
    if (!containersCertain || containers.length === 0) return;
    const names = containers.flatMap(({ name }) => name.value ?? []);
    for (const { file, loadBalancers } of siblings?.services ?? []) {
      for (const { containerName } of loadBalancers) {
        if (!containerName || names.includes(containerName)) continue;
        report({
          at: fields.member('containerDefinitions').key ?? anchorOf(fields),
          message: l10n.t(
            '{0} sends traffic to container {1}, which does not exist here; the containers are: {2}.',
            file,
            containerName,
            listOf(names),
          ),
        });
      }
    }
  },
};
