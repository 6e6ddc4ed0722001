import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const volumeEncryption: Rule<Service> = {
  id: 'SD01X',
  severity: 'warning',
  title: 'A volume with a KMS key is encrypted.',
  link: links.managedEbsVolume,
  check({ document, fields }, report) {
    for (const volume of fields.list('volumeConfigurations').fields()) {
      const ebs = volume.fields('managedEBSVolume');
      const key = ebs.str('kmsKeyId');
      const encrypted = ebs.bool('encrypted');
      if (!key.node || key.missing || key.value === '' || encrypted.value !== false || !encrypted.node) continue;
      report({
        at: encrypted.node,
        message: l10n.t('This volume has a KMS key and is not encrypted.'),
        fixes: [changeFix(document, encrypted.node, true)],
      });
    }
  },
};
