import { connected } from '../../rule/exampleServices.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

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
];
