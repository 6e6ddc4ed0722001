import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { isDescribed } from '../../recognition/isDescribed.ts';
import { taskSetMembers } from '../../members/outputOnly.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { meansNothing } from '../../rule/refusedMembers.ts';
import type { Rule } from '../../rule/rule.ts';

/** Of which it is known, and not only documented, that ECS refuses them. */
const known: ReadonlySet<string> = new Set(['taskDefinition', 'launchType', 'networkConfiguration', 'loadBalancers']);

export const externalController: Rule<Service> = {
  id: 'SD060',
  severity: 'error',
  title:
    'Where a deployment controller of your own deploys (EXTERNAL), tasks and their network belong to the task sets.',
  link: links.externalDeployment,
  says: 'TaskDefinition must be blank. NetworkConfiguration must be null. LoadBalancers must be empty or null.',
  applies: ({ controller }) => (controller === 'EXTERNAL' ? 'yes' : 'no'),
  check({ document, fields }, report) {
    // DescribeServices tells what the primary task set has, and its repair leaves it out.
    if (isDescribed(fields)) return;
    for (const name of taskSetMembers) {
      const { node, key } = fields.member(name);
      // An empty name is refused as any other is.
      if (!node || !key || (meansNothing(node) && name !== 'taskDefinition')) continue;
      if (node.type === 'null') continue;
      report({
        at: key,
        severity: known.has(name) ? 'error' : 'warning',
        message: l10n.t(
          'With deployment controller EXTERNAL, {0} belongs to a task set; ECS refuses it in the service.',
          name,
        ),
        fixes: [removeFix(document, node, `"${name}"`)],
      });
    }
  },
};
