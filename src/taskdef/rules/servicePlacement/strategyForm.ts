import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../document/document.ts';
import type { Fields, Value } from '../../document/fields.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { addFix, changeFix, removeFix } from '../../rule/fixes.ts';
import type { Report, Rule } from '../../rule/rule.ts';

export const strategyForm: Rule<Service> = {
  id: 'SD00O',
  severity: 'error',
  title: 'A placement strategy spreads over a field, packs by cpu or memory, or is random without a field.',
  link: links.placementStrategy,
  says: 'random field should not be specified.',
  check({ document, fields }, report) {
    for (const strategy of fields.list('placementStrategy').fields()) {
      const type = strategy.str('type');
      const field = strategy.str('field');
      if (type.missing && !type.node)
        report({
          at: field.node ?? { offset: strategy.node!.offset, length: 1 },
          message: l10n.t('A placement strategy has a type: binpack, random or spread.'),
        });
      if (type.value === 'random') checkRandom(document, field, report);
      if (type.value === 'binpack') checkPacked(document, strategy, type, report);
      if (type.value === 'spread') checkSpread(document, strategy, type, report);
    }
  },
};

function checkRandom(document: SourceDocument, { node, missing }: Value<string>, report: Report): void {
  if (!node || missing) return;
  report({
    at: node,
    message: l10n.t('A random strategy takes no field.'),
    fixes: [removeFix(document, node, '"field"')],
  });
}

function checkPacked(document: SourceDocument, strategy: Fields, type: Value<string>, report: Report): void {
  const { value, node, missing } = strategy.str('field');
  if (missing && !node)
    report({
      at: type.node!,
      message: l10n.t('binpack needs a field: cpu or memory.'),
      fixes: [addFix(document, strategy.node!, 'field', 'memory', { after: 'type', preferred: false })],
    });
  // The console writes them in capitals, which ECS takes.
  if (value === undefined || !node || /^(?:cpu|memory)$/i.test(value)) return;
  report({
    at: node,
    message: l10n.t('binpack field "{0}" is invalid: cpu or memory.', value),
    fixes: ['memory', 'cpu'].map((meant) => changeFix(document, node, meant, false)),
  });
}

function checkSpread(document: SourceDocument, strategy: Fields, type: Value<string>, report: Report): void {
  const { value, node, missing } = strategy.str('field');
  const zone = 'attribute:ecs.availability-zone';
  if (missing && !node)
    report({
      at: type.node!,
      message: l10n.t('spread needs a field: instanceId, host or an attribute such as {0}.', zone),
      fixes: [addFix(document, strategy.node!, 'field', zone, { after: 'type', preferred: false })],
    });
  if (value === undefined || !node || /^(?:instanceid|host|attribute:\S+)$/i.test(value)) return;
  const isPacking = /^(?:cpu|memory)$/i.test(value);
  const isAttribute = /^(?:attributes?[:.])?[\w-]+\.[\w.-]+$/.test(value);
  report({
    at: node,
    severity: isPacking ? 'error' : 'warning',
    message: isPacking
      ? l10n.t('spread does not take {0}, which is a field of binpack.', value)
      : l10n.t('spread goes over instanceId, host or an attribute such as {0}, not over "{1}".', zone, value),
    fixes: isPacking
      ? [changeFix(document, type.node!, 'binpack', false)]
      : isAttribute
        ? [changeFix(document, node, `attribute:${value.replace(/^attributes?[:.]/, '')}`)]
        : [],
  });
}
