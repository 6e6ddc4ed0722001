import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../document/document.ts';
import type { Fields } from '../../document/fields.ts';
import type { Service } from '../../document/service.ts';
import { ebsVolumeTypes, type Bounds, type EbsVolumeType } from '../../facts/ebsVolumes.ts';
import { links } from '../../facts/links.ts';
import { addFix, changeFix, removeFix } from '../../rule/fixes.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Report, Rule } from '../../rule/rule.ts';

export const volumeType: Rule<Service> = {
  id: 'SD01U',
  severity: 'error',
  title: 'Size, IOPS and throughput of a volume are what its type takes.',
  link: links.managedEbsVolume,
  says: 'ECS managed EBS volume configuration was invalid',
  check({ document, fields }, report) {
    for (const volume of fields.list('volumeConfigurations').fields()) {
      const ebs = volume.fields('managedEBSVolume');
      const type = ebs.str('volumeType');
      const name = type.missing ? 'gp3' : type.value;
      if (!ebs.present || !name) continue;
      const known = Object.hasOwn(ebsVolumeTypes, name) ? ebsVolumeTypes[name] : undefined;
      if (known) checkType(document, ebs, name, known, report);
      else checkName(document, ebs, name, report);
    }
  },
};

function checkName(document: SourceDocument, ebs: Fields, name: string, report: Report): void {
  const { node } = ebs.str('volumeType');
  const types = Object.keys(ebsVolumeTypes);
  const meant = nearest(name, types);
  report({
    at: node!,
    message: l10n.t('There is no EBS volume type "{0}"; there are {1}.', name, types.join(', ')),
    fixes: meant ? [changeFix(document, node!, meant)] : [],
  });
}

function checkType(document: SourceDocument, ebs: Fields, name: string, type: EbsVolumeType, report: Report): void {
  const members = { sizeInGiB: type.size, iops: type.iops, throughput: type.throughput };
  for (const [member, bounds] of Object.entries(members)) {
    const { value, node, key } = ebs.num(member);
    if (value === undefined || !node || !key) continue;
    if (!bounds) {
      report({
        at: key,
        message: l10n.t('A {0} volume has no {1} to choose.', name, member),
        fixes: [removeFix(document, node, `"${member}"`)],
      });
      continue;
    }
    const severity = outside(value, bounds);
    // A size below 1 is below what any type has.
    if (!severity || (member === 'sizeInGiB' && value < 1)) continue;
    const most = severity === 'warning' ? bounds.documented! : bounds.most;
    report({
      at: node,
      severity,
      message:
        severity === 'warning'
          ? l10n.t('{0} is {1}; ECS documents at most {2} for {3}, though EBS takes more.', member, value, most, name)
          : l10n.t('{0} is {1}; a {2} volume takes {3} to {4}.', member, value, name, bounds.least, most),
      fixes: [changeFix(document, node, value < bounds.least ? bounds.least : most, severity === 'error')],
    });
  }
  if (type.needsIops && ebs.member('iops').missing)
    report({
      at: ebs.str('volumeType').node!,
      message: l10n.t('A {0} volume needs iops.', name),
      fixes: [addFix(document, ebs.node!, 'iops', 3000, { preferred: false })],
    });
}

function outside(value: number, { least, most, documented = most }: Bounds): 'error' | 'warning' | undefined {
  if (value < least || value > most) return 'error';
  return value > documented ? 'warning' : undefined;
}
