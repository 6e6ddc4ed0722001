import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const s3files: Rule = {
  id: 'TD069',
  severity: 'error',
  title: 'An S3 Files volume has a full ARN and a task role, and no root directory beside an access point.',
  link: links.s3files,
  check({ document, fields, volumes, windows }, report) {
    for (const volume of volumes.fields()) {
      const s3 = volume.fields('s3filesVolumeConfiguration');
      if (!s3.present) continue;
      if (fields.member('taskRoleArn').missing)
        report({
          at: s3.key!,
          message: l10n.t('An S3 Files volume is mounted with the task role, and there is no taskRoleArn.'),
        });
      if (windows === 'yes') report({ at: s3.key!, message: l10n.t('S3 Files volumes are for Linux tasks only.') });
      const arn = s3.str('fileSystemArn');
      if (arn.value !== undefined && arn.node && !/^arn:aws[\w-]*:s3files:/.test(arn.value))
        report({ at: arn.node, message: l10n.t('"{0}" is not the full ARN of an S3 Files file system.', arn.value) });
      const root = s3.str('rootDirectory');
      if (s3.has('accessPointArn') && root.value && root.value !== '/' && root.node) {
        report({
          at: root.node,
          message: l10n.t('With an access point the root directory is "/" or absent.'),
          fixes: [removeFix(document, root.node, '"rootDirectory"')],
        });
      }
    }
  },
};
