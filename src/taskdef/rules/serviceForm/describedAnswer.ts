import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../document/document.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { memberOf, type Node } from '../../formats/node.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';
import { toServiceFile } from '../../rule/toServiceFile.ts';

/** More quick fixes than a menu shows well. */
const mostServices = 9;

export const describedAnswer: Rule<Service> = {
  id: 'SD080',
  severity: 'error',
  title:
    'The answer of DescribeServices, CreateService or UpdateService must be unwrapped before a service is created from it, and holds one service.',
  link: links.describeServices,
  says: 'Unknown parameter in input: "services", must be one of: cluster, serviceName, …',
  repairsDescribeOutput: true,
  mendedWhenSent: true,
  check({ document, fields }, report) {
    const answer = document.kind === 'serviceAnswer' ? fields.node?.parent?.children?.[0] : undefined;
    if (answer)
      report({
        at: answer,
        message: l10n.t(
          'This is what CreateService and UpdateService answer: the service is wrapped in "service", which CreateService refuses.',
        ),
        fixes: repair(document, 0, l10n.t('Unwrap and keep what CreateService takes'), true),
      });
    const list = document.kind === 'serviceWrapper' && document.root ? memberOf(document.root, 'services') : undefined;
    const key = list?.parent?.children?.[0];
    if (!list || !key) return;
    const services = list.children ?? [];
    if (services.length < 2)
      report({
        at: key,
        message: l10n.t(
          'This is the answer of DescribeServices: the service is wrapped in "services", which CreateService refuses.',
        ),
        fixes: repair(document, 0, l10n.t('Unwrap and keep what CreateService takes'), true),
      });
    else
      report({
        at: key,
        message: l10n.t(
          'This is the answer of DescribeServices about {0} services; CreateService takes one, not wrapped in "services".',
          services.length,
        ),
        fixes: services
          .slice(0, mostServices)
          .flatMap((service, index) =>
            repair(document, index, l10n.t('Keep {0} alone', labelOf(service, index)), false),
          ),
      });
  },
};

function repair(document: SourceDocument, index: number, title: string, preferred: boolean): Fix[] {
  const edits = toServiceFile(document, index);
  return edits ? [{ title, edits, preferred }] : [];
}

function labelOf(service: Node, index: number): string {
  const name = service.type === 'object' ? memberOf(service, 'serviceName')?.value : undefined;
  return typeof name === 'string' && name !== '' ? name : `#${index + 1}`;
}
