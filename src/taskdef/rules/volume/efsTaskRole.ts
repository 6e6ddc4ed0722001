import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const efsTaskRole: Rule = {
  id: 'TD068',
  severity: 'warning',
  title: 'IAM authorization of EFS uses the task role.',
  link: links.efs,
  check({ fields, volumes }, report) {
    if (!fields.member('taskRoleArn').missing) return;
    for (const volume of volumes.fields()) {
      const iam = volume.fields('efsVolumeConfiguration').fields('authorizationConfig').str('iam');
      if (iam.value === 'ENABLED' && iam.node)
        report({
          at: iam.node,
          message: l10n.t('IAM authorization mounts the file system with the task role, and there is no taskRoleArn.'),
        });
    }
  },
};
