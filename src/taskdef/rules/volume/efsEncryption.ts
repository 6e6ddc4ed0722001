import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { setFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const efsEncryption: Rule = {
  id: 'TD062',
  severity: 'error',
  title: 'IAM authorization and access points of EFS need encryption in transit.',
  link: links.efs,
  says: 'EFS IAM authorization requires TransitEncryption to be enabled.',
  check({ document, volumes }, report) {
    for (const volume of volumes.fields()) {
      const efs = volume.fields('efsVolumeConfiguration');
      const authorization = efs.fields('authorizationConfig');
      const iam = authorization.str('iam');
      const point = authorization.member('accessPointId');
      const encryption = efs.str('transitEncryption');
      const needs = iam.value === 'ENABLED' ? iam.node : point.node && !point.missing ? point.node : undefined;
      if (!needs || !efs.node || !(encryption.missing || encryption.value === 'DISABLED')) continue;
      report({
        at: needs,
        message:
          iam.value === 'ENABLED'
            ? l10n.t('EFS IAM authorization requires TransitEncryption to be enabled.')
            : l10n.t('An EFS access point requires TransitEncryption to be enabled.'),
        fixes: [
          {
            ...setFix(document, efs.node, 'transitEncryption', 'ENABLED'),
            title: l10n.t('Set "transitEncryption": "ENABLED"'),
          },
        ],
      });
    }
  },
};
