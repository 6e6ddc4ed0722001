import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const checkProgram: Rule = {
  id: 'TD094',
  severity: 'hint',
  title: 'The program of a health check is in the image.',
  link: links.healthCheck,
  check({ containers }, report) {
    for (const { fields } of containers) {
      const image = fields.str('image').raw ?? '';
      const parts = fields.fields('healthCheck').list('command').texts();
      const line = parts.map(({ raw }) => raw ?? '').join(' ');
      const program = /\b(curl|wget)\b/.exec(line)?.[1];
      const node = parts.find(({ raw }) => program !== undefined && raw?.includes(program))?.node;
      if (!program || !node || !/alpine|distroless|scratch|slim|busybox/i.test(image)) continue;
      // Alpine and BusyBox bring a small wget of their own.
      if (program === 'wget' && /alpine|busybox/i.test(image)) continue;
      report({
        at: node,
        message: l10n.t('{0} has no {1} unless you add it; without it the container is never healthy.', image, program),
      });
    }
  },
};
