import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const idleFirelens: Rule = {
  id: 'TD081',
  severity: 'error',
  title: 'A FireLens container has someone to route for.',
  link: links.firelens,
  says: 'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.',
  check({ document, containers, fields }, report) {
    const list = document.kind === 'containers' ? undefined : fields.list('containerDefinitions');
    const certain = containers.every((one) => {
      const log = one.fields.fields('logConfiguration');
      const driver = log.str('logDriver');
      return log.missing || driver.missing || driver.value !== undefined;
    });
    if (
      !certain ||
      (list && !list.certain) ||
      containers.some((one) => one.fields.fields('logConfiguration').str('logDriver').value === 'awsfirelens')
    )
      return;
    for (const container of containers) {
      const router = container.fields.member('firelensConfiguration');
      if (!router.key || router.missing) continue;
      report({
        at: router.key,
        message: l10n.t(
          'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.',
        ),
        fixes: [removeFix(document, router.node!, '"firelensConfiguration"', false)],
      });
    }
  },
};
