import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Fields } from '../../document/fields.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import type { Report, Rule } from '../../rule/rule.ts';

export const resourceRequirements: Rule = {
  id: 'TD0A7',
  severity: 'error',
  title:
    'A GPU requirement is a number, ALL or a shared GPU, the same way in the whole task; Neuron devices are for Managed Instances.',
  link: links.gpu,
  check(task, report) {
    const all = task.containers.flatMap(({ fields }) => fields.list('resourceRequirements').fields());
    for (const requirement of all) {
      const type = requirement.str('type');
      if (type.value === 'GPU') checkGpu(requirement, report);
      else if (type.value === 'NeuronDevice' && type.node) {
        const { value, node } = requirement.str('value');
        if (value !== undefined && value !== 'ALL')
          report({
            at: node!,
            message: l10n.t('NeuronDevice takes "ALL" only.'),
            fixes: [changeFix(task.document, node!, 'ALL')],
          });
        if (task.launch('EC2') === 'yes')
          report({ at: type.node, message: l10n.t('NeuronDevice is for Managed Instances.') });
      } else if (type.value === 'InferenceAccelerator' && type.node) {
        report({
          at: type.node,
          message: l10n.t('Elastic Inference was retired.'),
          fixes: [removeFix(task.document, requirement.node!, l10n.t('the requirement'))],
        });
      }
    }
    checkMixed(all, report);
  },
};

function checkGpu(requirement: Fields, report: Report): void {
  const { value, node, missing } = requirement.str('value');
  const sharing = requirement.member('sharingStrategy');
  const typeNode = requirement.member('type').node!;
  if (missing && sharing.missing)
    report({ at: typeNode, message: l10n.t('A GPU requirement has a value (how many, or ALL) or a sharingStrategy.') });
  if (node && !missing && sharing.key && !sharing.missing)
    report({
      at: sharing.key,
      message: l10n.t('A GPU requirement has either a value or a sharingStrategy, not both.'),
    });
  if (value !== undefined && node && !/^(?:[1-9]\d*|ALL)$/.test(value))
    report({ at: node, message: l10n.t('"{0}" is not a number of GPUs: a positive number as text, or "ALL".', value) });
}

/** All GPU containers of a task take whole GPUs, or all share. */
function checkMixed(all: readonly Fields[], report: Report): void {
  const gpus = all.filter((one) => one.str('type').value === 'GPU');
  const sharing = gpus.filter((one) => one.fields('sharingStrategy').present);
  const whole = gpus.find((one) => one.str('value').value !== undefined);
  if (whole && sharing[0])
    report({
      at: sharing[0].member('sharingStrategy').key!,
      message: l10n.t('All GPU containers of a task share, or none does.'),
    });
}
