import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

const shapes: readonly [RegExp, () => string][] = [
  [/[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:(?!\$|\{|<)[^\s:/@]+@/i, () => l10n.t('a password in an address')],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, () => l10n.t('a private key')],
  [/\b(?:ghp|gho|ghs|ghr)_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}/, () => l10n.t('a GitHub token')],
  [/\bglpat-[\w-]{16,}/, () => l10n.t('a GitLab token')],
  [/\bsk-[\w-]{20,}|\bsk_live_\w{16,}/, () => l10n.t('an API key')],
  [/\bxox[abpr]-[\w-]{10,}/, () => l10n.t('a Slack token')],
  [/\bSG\.[\w-]{16,}\.[\w-]{16,}/, () => l10n.t('a SendGrid key')],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, () => l10n.t('a signed token')],
];

export const credentialValue: Rule = {
  id: 'TD078',
  severity: 'warning',
  title: 'No credential stands in plain text: whoever may describe the task definition reads it.',
  link: links.secrets,
  check({ containers }, report) {
    for (const { fields } of containers) {
      for (const variable of fields.list('environment').fields()) {
        const { value, node } = variable.str('value');
        const found = value === undefined ? undefined : shapes.find(([pattern]) => pattern.test(value));
        // The message never repeats the value: it ends up in logs and screenshots.
        if (found && node)
          report({
            at: node,
            message: l10n.t(
              'This looks like {0}. Whoever may describe the task definition reads it: put it into Secrets Manager or Parameter Store.',
              found[1](),
            ),
          });
      }
    }
  },
};
