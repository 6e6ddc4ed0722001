import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { meansNothing } from '../../rule/refusedMembers.ts';
import type { Rule } from '../../rule/rule.ts';

/** What CreateTaskSet takes in the place of CreateService. */
const ofTaskSets = [
  'taskDefinition',
  'launchType',
  'capacityProviderStrategy',
  'platformVersion',
  'networkConfiguration',
  'loadBalancers',
  'serviceRegistries',
];

export const externalController: Rule<Service> = {
  id: 'SD060',
  severity: 'error',
  title:
    'Where a deployment controller of your own deploys (EXTERNAL), tasks and their network belong to the task sets.',
  link: links.externalDeployment,
  says: 'TaskDefinition must be blank. NetworkConfiguration must be null. LoadBalancers must be empty or null.',
  applies: ({ controller }) => (controller === 'EXTERNAL' ? 'yes' : 'no'),
  check({ document, fields }, report) {
    for (const name of ofTaskSets) {
      const { node, key } = fields.member(name);
      // An empty name is refused as any other is.
      if (!node || !key || (meansNothing(node) && name !== 'taskDefinition')) continue;
      if (node.type === 'null') continue;
      report({
        at: key,
        message: l10n.t(
          'With deployment controller EXTERNAL, {0} belongs to a task set; ECS refuses it in the service.',
          name,
        ),
        fixes: [removeFix(document, node, `"${name}"`)],
      });
    }
  },
};
