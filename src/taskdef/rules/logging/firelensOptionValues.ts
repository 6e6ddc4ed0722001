import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix, changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

const overwritten = ['/fluent-bit/etc/fluent-bit.conf', '/fluentd/etc/fluent.conf'];

export const firelensOptionValues: Rule = {
  id: 'TD08D',
  severity: 'error',
  title: 'FireLens options have their own values, and a configuration file lies where ECS writes none.',
  link: links.firelensOverview,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const options = fields.fields('firelensConfiguration').fields('options');
      if (!options.present) continue;
      const metadata = options.str('enable-ecs-log-metadata');
      if (metadata.value !== undefined && metadata.node && !/^(?:true|false)$/.test(metadata.value)) {
        report({
          at: metadata.node,
          message: l10n.t('enable-ecs-log-metadata is "true" or "false".'),
          fixes: [changeFix(document, metadata.node, /^(?:1|yes|on|true)$/i.test(metadata.value) ? 'true' : 'false')],
        });
      }
      const type = options.str('config-file-type');
      if (type.value !== undefined && type.node && !['s3', 'file'].includes(type.value))
        report({
          at: type.node,
          message: l10n.t('config-file-type is "s3" or "file".'),
          fixes: [changeFix(document, type.node, 'file')],
        });
      const path = options.str('config-file-value');
      if (type.node && !type.missing && path.missing)
        report({
          at: type.key!,
          message: l10n.t('config-file-type needs config-file-value beside it.'),
          fixes: [addFix(document, options.node!, 'config-file-value', '/extra.conf', { preferred: false })],
        });
      if (path.value !== undefined && path.node && overwritten.includes(path.value)) {
        report({
          at: path.node,
          message: l10n.t('ECS overwrites {0} with its own configuration: use another path.', path.value),
          fixes: [changeFix(document, path.node, '/extra.conf', false)],
        });
      }
      for (const { name, key } of options.entries()) {
        if (!['enable-ecs-log-metadata', 'config-file-type', 'config-file-value'].includes(name))
          report({ at: key, severity: 'warning', message: l10n.t('FireLens knows no option "{0}".', name) });
      }
    }
  },
};
