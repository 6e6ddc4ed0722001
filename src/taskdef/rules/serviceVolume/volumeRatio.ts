import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { ebsVolumeTypes, gp3Iops, gp3ThroughputPerIops } from '../../facts/ebsVolumes.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const volumeRatio: Rule<Service> = {
  id: 'SD01V',
  severity: 'error',
  title: 'A volume is large enough for its IOPS, and has enough of them for its throughput.',
  link: links.managedEbsVolume,
  says: 'ECS managed EBS volume configuration was invalid',
  check({ document, fields }, report) {
    for (const volume of fields.list('volumeConfigurations').fields()) {
      const ebs = volume.fields('managedEBSVolume');
      const type = ebs.str('volumeType');
      const name = type.missing ? 'gp3' : (type.value ?? '');
      const ratio = Object.hasOwn(ebsVolumeTypes, name) ? ebsVolumeTypes[name]?.iopsPerGib : undefined;
      const iops = ebs.num('iops');
      const size = ebs.num('sizeInGiB');
      const base = name === 'gp3' ? gp3Iops : 0;
      if (ratio && iops.value && size.value && iops.value > Math.max(base, size.value * ratio))
        report({
          at: iops.node!,
          message: l10n.t(
            '{0} GiB of {1} have at most {2} iops.',
            size.value,
            name,
            Math.max(base, size.value * ratio),
          ),
          fixes: [changeFix(document, iops.node!, Math.max(base, size.value * ratio), false)],
        });
      const throughput = ebs.num('throughput');
      const known = iops.missing ? gp3Iops : iops.value;
      if (name !== 'gp3' || known === undefined || throughput.value === undefined) continue;
      if (throughput.value > known * gp3ThroughputPerIops)
        report({
          at: throughput.node!,
          message: l10n.t(
            '{0} iops carry a throughput of at most {1} MiB a second.',
            known,
            Math.floor(known * gp3ThroughputPerIops),
          ),
          fixes: [changeFix(document, throughput.node!, Math.floor(known * gp3ThroughputPerIops), false)],
        });
    }
  },
};
