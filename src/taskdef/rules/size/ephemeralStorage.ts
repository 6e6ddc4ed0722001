import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onFargate } from '../../rule/launchTypes.ts';

export const ephemeralStorage: Rule = {
  id: 'TD0B0',
  severity: 'error',
  title: 'Ephemeral storage is for Fargate, 21 to 200 GiB.',
  link: links.parameters,
  says: 'EphemeralStorage size should be at least 21.',
  check(task, report) {
    const { document, fields, issues } = task;
    for (const { node, member, limit, actual } of issues.limits) {
      if (member.id !== 'EphemeralStorage.sizeInGiB') continue;
      const whole = fields.member('ephemeralStorage').node;
      const fixes =
        limit === 'maximum'
          ? [changeFix(document, node, 200)]
          : [
              ...(actual === 20 && whole ? [removeFix(document, whole, '"ephemeralStorage"')] : []),
              changeFix(document, node, 21, actual !== 20),
            ];
      report({
        at: node,
        message:
          actual === 20
            ? l10n.t(
                'EphemeralStorage size should be at least 21: the 20 GiB that come without it cannot be written down.',
              )
            : l10n.t('EphemeralStorage size is {0}; it should be 21 to 200 GiB.', actual),
        fixes,
      });
    }
    const storage = fields.member('ephemeralStorage');
    if (storage.key && storage.node && !storage.missing && onFargate(task) === 'no') {
      report({
        at: storage.key,
        message: l10n.t('Tasks using the EC2 launch type do not support EphemeralStorage.'),
        fixes: [removeFix(document, storage.node, '"ephemeralStorage"')],
      });
    }
  },
};
