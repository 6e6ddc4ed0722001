import { connected } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const issuerCertificateAuthority = {
  awsPcaAuthorityArn: 'arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/0123',
};
const roleArn = 'arn:aws:iam::123456789012:role/ecsServiceConnectTls';

export const cases: RuleCase[] = [
  {
    breaks: connected({ tls: { issuerCertificateAuthority } }),
    at: '"tls"',
    says: /roleArn is missing/,
    holds: connected({ tls: { issuerCertificateAuthority, roleArn } }),
  },
  {
    about: 'no authority',
    breaks: connected({ tls: { issuerCertificateAuthority: {}, roleArn } }),
    at: '"issuerCertificateAuthority"',
    says: /awsPcaAuthorityArn is missing/,
    holds: connected({ tls: { issuerCertificateAuthority, roleArn } }),
  },
  {
    about: 'an ARN of something else',
    breaks: connected({
      tls: {
        issuerCertificateAuthority: { awsPcaAuthorityArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/0' },
        roleArn,
      },
    }),
    at: '"arn:aws:acm:',
    says: /not the ARN of a private certificate authority/,
    severity: 'error',
    holds: connected({ tls: { issuerCertificateAuthority, roleArn } }),
  },
];
