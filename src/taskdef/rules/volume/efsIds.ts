import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const efsIds: Rule = {
  id: 'TD06C',
  severity: 'error',
  title: 'EFS ids are fs- and fsap- with hexadecimal digits.',
  link: links.efs,
  check({ volumes }, report) {
    for (const volume of volumes.fields()) {
      const efs = volume.fields('efsVolumeConfiguration');
      const id = efs.str('fileSystemId');
      // The API takes the ARN of a file system in another account too.
      if (
        id.value !== undefined &&
        id.node &&
        !/^(?:arn:aws[\w-]*:elasticfilesystem:.*:file-system\/)?fs-(?:[0-9a-f]{8,40})$/.test(id.value)
      ) {
        report({
          at: id.node,
          message: l10n.t('"{0}" is not an EFS file system: fs- and 8 to 40 hexadecimal digits.', id.value),
        });
      }
      const point = efs.fields('authorizationConfig').str('accessPointId');
      if (
        point.value !== undefined &&
        point.node &&
        !/^(?:arn:aws[\w-]*:elasticfilesystem:.*:access-point\/)?fsap-(?:[0-9a-f]{8,40})$/.test(point.value)
      ) {
        report({
          at: point.node,
          message: l10n.t('"{0}" is not an EFS access point: fsap- and 8 to 40 hexadecimal digits.', point.value),
        });
      }
    }
  },
};
