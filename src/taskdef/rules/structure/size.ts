import * as l10n from '@vscode/l10n';
import { valueOf } from '../../formats/node.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

const largest = 65_536;

export const size: Rule = {
  id: 'TD00C',
  severity: 'error',
  title: 'A task definition has at most 64 KiB when it is registered.',
  link: links.parameters,
  says: "Actual length: '74049'. Max allowed length is '65536' bytes.",
  textOnly: true,
  check({ document, fields }, report) {
    // Blanks do not count; a file below the limit even with them needs no measuring.
    if (Buffer.byteLength(document.text) < largest * 0.9) return;
    const node = fields.node;
    const bytes = node ? Buffer.byteLength(JSON.stringify(valueOf(node))) : Buffer.byteLength(document.text);
    const at = { offset: node?.offset ?? 0, length: 1 };
    if (bytes > largest) {
      report({
        at,
        message: l10n.t(
          'The task definition has {0} bytes; ECS takes at most {1}. Move environment variables to environmentFiles, or split the task.',
          bytes,
          largest,
        ),
      });
    } else if (bytes > largest * 0.9) {
      report({
        at,
        severity: 'warning',
        message: l10n.t('The task definition has {0} of the {1} bytes that ECS takes.', bytes, largest),
      });
    }
  },
};
