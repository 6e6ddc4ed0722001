import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { serviceOutputMembers } from '../../members/outputOnly.ts';
import type { Rule } from '../../rule/rule.ts';
import { toServiceFile } from '../../rule/toServiceFile.ts';

const mostNamed = 5;

export const describedMembers: Rule<Service> = {
  id: 'SD081',
  severity: 'warning',
  title: 'What only DescribeServices tells is no input of CreateService.',
  link: links.describeServices,
  says: 'Unknown parameter in input: "serviceArn", must be one of: cluster, serviceName, …',
  mayBeError: true,
  flaw: 'outputOnly',
  repairsDescribeOutput: true,
  mendedWhenSent: true,
  check({ document, fields }, report) {
    if (document.kind !== 'service') return;
    const found = fields.entries().filter(({ name }) => serviceOutputMembers.has(name));
    if (!found[0]) return;
    const names = found.slice(0, mostNamed).map(({ name }) => name);
    const more = found.length - names.length;
    const edits = toServiceFile(document);
    report({
      at: found[0].key,
      message:
        more > 0
          ? l10n.t(
              'DescribeServices tells {0} and {1} more, which CreateService does not take; applying the file from the editor leaves them out.',
              names.join(', '),
              more,
            )
          : l10n.t(
              'DescribeServices tells {0}, which CreateService does not take; applying the file from the editor leaves it out.',
              names.join(', '),
            ),
      fixes: edits ? [{ title: l10n.t('Keep what CreateService takes'), edits, preferred: true }] : [],
    });
  },
};
