import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { mountOptions } from '../../facts/linuxNames.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';

export const tmpfs: Rule = {
  id: 'TD0AF',
  severity: 'error',
  title: 'A tmpfs has an absolute path, a size of at least 1 MiB and known mount options.',
  link: links.containerDefinition,
  check({ containers, issues, document }, report) {
    for (const { node, member, actual } of issues.limits) {
      if (member.id === 'Tmpfs.size')
        report({
          at: node,
          message: l10n.t('A tmpfs of {0} MiB: the least is 1.', actual),
          fixes: [changeFix(document, node, 64, false)],
        });
    }
    for (const { fields } of containers) {
      for (const mount of fields.fields('linuxParameters').list('tmpfs').fields()) {
        const path = mount.str('containerPath');
        if (path.value !== undefined && path.node && !path.value.startsWith('/'))
          report({
            at: path.node,
            message: l10n.t('"{0}" is not an absolute path.', path.value),
            fixes: path.value === '' ? [] : [changeFix(document, path.node, `/${path.value}`)],
          });
        for (const { value, node } of mount.list('mountOptions').texts()) {
          const name = value?.split('=')[0];
          if (name === undefined || mountOptions.includes(name)) continue;
          const guess = nearest(name, mountOptions);
          report({
            at: node,
            message: l10n.t('"{0}" is not a mount option that ECS knows.', value!),
            fixes: guess ? [changeFix(document, node, value!.replace(name, guess), false)] : [],
          });
        }
      }
    }
  },
};
