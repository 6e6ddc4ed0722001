import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const dockerSocket: Rule = {
  id: 'TD0C8',
  severity: 'warning',
  title: 'The Docker socket is not mounted.',
  link: links.security,
  check({ volumes }, report) {
    for (const volume of volumes.fields()) {
      const { value, node } = volume.fields('host').str('sourcePath');
      if (node && value && /^\/(?:var\/)?run\/docker\.sock$/.test(value))
        report({ at: node, message: l10n.t('Whoever has the Docker socket is root on the instance.') });
    }
  },
};
