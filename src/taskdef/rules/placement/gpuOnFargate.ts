import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onFargate } from '../../rule/launchTypes.ts';

export const gpuOnFargate: Rule = {
  id: 'TD0A6',
  severity: 'error',
  title: 'Fargate has no GPUs or other accelerators.',
  link: links.gpu,
  says: 'Tasks using the Fargate launch type do not support GPU resource requirements.',
  applies: onFargate,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      for (const requirement of fields.list('resourceRequirements').fields()) {
        const type = requirement.str('type');
        report({
          at: type.node ?? { offset: requirement.node!.offset, length: 1 },
          message: l10n.t(
            'Tasks using the Fargate launch type do not support {0} resource requirements: use EC2 or Managed Instances.',
            type.raw?.trim() ? type.raw : 'GPU',
          ),
          fixes: [removeFix(document, requirement.node!, l10n.t('the requirement'), false)],
        });
      }
    }
  },
};
