import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const connectTls: Rule<Service> = {
  id: 'SD01N',
  severity: 'warning',
  mayBeError: true,
  title: 'TLS in Service Connect names a certificate authority and a role.',
  link: links.connectTls,
  check({ fields }, report) {
    for (const one of fields.fields('serviceConnectConfiguration').list('services').fields()) {
      const tls = one.fields('tls');
      if (!tls.present) continue;
      const authority = tls.fields('issuerCertificateAuthority');
      const { value, node, missing } = authority.str('awsPcaAuthorityArn');
      if (authority.present && (missing || value === ''))
        report({
          at: node ?? authority.key!,
          message: l10n.t('awsPcaAuthorityArn is missing: who issues the certificates.'),
        });
      else if (value !== undefined && node && !/^arn:aws[\w-]*:acm-pca:.+:certificate-authority\/.+$/.test(value))
        report({
          at: node,
          severity: 'error',
          message: l10n.t('This is not the ARN of a private certificate authority.'),
        });
      if (tls.member('roleArn').missing)
        report({
          at: tls.key!,
          message: l10n.t('roleArn is missing: the role by which ECS manages the certificates.'),
        });
    }
  },
};
