import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix, setFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const efsPort: Rule = {
  id: 'TD064',
  severity: 'error',
  title: 'A port for encryption in transit needs the encryption.',
  link: links.efs,
  says: 'TransitEncryptionPort requires that TransitEncryption is enabled.',
  check({ document, volumes, issues }, report) {
    for (const volume of volumes.fields()) {
      const efs = volume.fields('efsVolumeConfiguration');
      const port = efs.num('transitEncryptionPort');
      const encryption = efs.str('transitEncryption');
      // 0 is what ECS itself writes for "no port".
      if (!port.value || !port.node || !efs.node || !(encryption.missing || encryption.value === 'DISABLED')) continue;
      report({
        at: port.node,
        message: l10n.t('TransitEncryptionPort requires that TransitEncryption is enabled.'),
        fixes: [
          {
            ...setFix(document, efs.node, 'transitEncryption', 'ENABLED'),
            title: l10n.t('Set "transitEncryption": "ENABLED"'),
          },
          removeFix(document, port.node, '"transitEncryptionPort"', false),
        ],
      });
    }
    for (const { node, member, actual } of issues.limits) {
      if (member.name === 'transitEncryptionPort')
        report({
          at: node,
          message: l10n.t('{0} is {1}; ports are {2} to 65535.', member.name, actual, member.limits.minimum ?? 0),
        });
    }
  },
};
