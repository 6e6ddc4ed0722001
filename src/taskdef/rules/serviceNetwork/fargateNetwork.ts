import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { onFargate } from '../../rule/launchTypes.ts';
import type { Rule } from '../../rule/rule.ts';
import { anchorOf } from '../../document/task.ts';

export const fargateNetwork: Rule<Service> = {
  id: 'SD00V',
  severity: 'error',
  title: 'A service on Fargate has a network configuration.',
  link: links.taskNetworking,
  says: "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
  applies: (service) => (service.isUpdate || bringsOwn(service) ? 'no' : onFargate(service)),
  check({ fields }, report) {
    const network = fields.fields('networkConfiguration');
    const inner = network.fields('awsvpcConfiguration');
    if (!network.missing && !inner.missing) return;
    report({
      at:
        network.key ??
        fields.str('launchType').node ??
        fields.member('capacityProviderStrategy').key ??
        anchorOf(fields),
      message: l10n.t('Fargate needs networkConfiguration with awsvpcConfiguration: the subnets in which tasks run.'),
    });
  },
};

/** Task sets of a third party bring their own network configuration. */
function bringsOwn({ controller }: Service): boolean {
  return controller === undefined || controller === 'EXTERNAL';
}
