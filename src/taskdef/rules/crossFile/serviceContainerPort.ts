import * as l10n from '@vscode/l10n';
import { mayMapPort } from '../../facts/ports.ts';
import { links } from '../../facts/links.ts';
import { insertItem, insertMember } from '../../document/edits.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Container, Task } from '../../document/task.ts';

export const serviceContainerPort: Rule = {
  id: 'TD0D1',
  severity: 'warning',
  title: 'The container port that a service beside this file puts behind a load balancer is mapped.',
  link: links.loadBalancing,
  says: 'The container x did not have a container port 80 defined.',
  check(task, report, { siblings }) {
    for (const { file, loadBalancers } of siblings?.services ?? []) {
      for (const { containerName, containerPort } of loadBalancers) {
        const container = task.containers.find(({ name }) => name.value === containerName && containerName);
        if (!container || containerPort === undefined || mayMapPort(container, containerPort)) continue;
        report({
          at: container.fields.member('portMappings').key ?? container.name.node ?? container.node,
          message: l10n.t(
            '{0} sends traffic to port {1} of container {2}, which has no port mapping for it.',
            file,
            containerPort,
            container.label,
          ),
          fixes: [addMapping(task, container, containerPort)],
        });
      }
    }
  },
};

function addMapping({ document: { text } }: Task, { fields, node }: Container, containerPort: number): Fix {
  const mapping = { containerPort, protocol: 'tcp' };
  const list = fields.list('portMappings').node;
  const edit =
    list?.type === 'array'
      ? insertItem(text, list, mapping)
      : insertMember(text, node, 'portMappings', [mapping], 'essential');
  return { title: l10n.t('Map port {0}', containerPort), edits: [edit], preferred: true };
}
