import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { addFix, removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const volumeSource: Rule<Service> = {
  id: 'SD01T',
  severity: 'error',
  title: 'A volume that is configured at launch is an EBS volume with a size or a snapshot.',
  link: links.managedEbsVolume,
  says: 'ECS managed EBS volume configuration was invalid',
  check({ document, fields }, report) {
    for (const volume of fields.list('volumeConfigurations').fields()) {
      const ebs = volume.fields('managedEBSVolume');
      if (ebs.missing)
        report({
          at: volume.str('name').node ?? { offset: volume.node!.offset, length: 1 },
          message: l10n.t('managedEBSVolume is missing: ECS configures EBS volumes alone at launch.'),
        });
      if (!ebs.present) continue;
      const snapshot = ebs.member('snapshotId');
      if (snapshot.missing && ebs.member('sizeInGiB').missing)
        report({
          at: ebs.key!,
          message: l10n.t('sizeInGiB is missing; a volume has a size or a snapshot to begin with.'),
          fixes: [addFix(document, ebs.node!, 'sizeInGiB', 20, { after: 'volumeType', preferred: false })],
        });
      const rate = ebs.member('volumeInitializationRate');
      if (snapshot.missing && rate.node && !rate.missing)
        report({
          at: rate.key!,
          message: l10n.t('volumeInitializationRate is for volumes of a snapshot; snapshotId is missing.'),
          fixes: [removeFix(document, rate.node, '"volumeInitializationRate"')],
        });
    }
  },
};
