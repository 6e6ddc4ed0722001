import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { isArnOf } from '../../facts/arnForms.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const connectNamespace: Rule<Service> = {
  id: 'SD01L',
  severity: 'error',
  title: 'Service Connect has a namespace, by its name or its ARN, or the cluster has a default one.',
  link: links.connectConfiguration,
  says: 'Namespace is missing',
  check({ fields, isUpdate }, report) {
    const connect = fields.fields('serviceConnectConfiguration');
    if (!connect.present || connect.bool('enabled').value === false) return;
    const { value, node, missing } = connect.str('namespace');
    if (missing || value === '') {
      if (!isUpdate)
        report({
          at: node ?? connect.key!,
          severity: 'info',
          message: l10n.t(
            'No namespace is named: ECS takes the default one of the cluster, and refuses where it has none.',
          ),
        });
    } else if (value?.startsWith('arn:') && node && !isArnOf('namespace', value))
      report({
        at: node,
        message: l10n.t(
          'namespace is not the ARN of a Cloud Map namespace, such as {0}.',
          'arn:aws:servicediscovery:eu-central-1:123456789012:namespace/ns-0123456789abcdef',
        ),
      });
    else if (/^ns-[a-z0-9]{10,}$/.test(value ?? '') && node)
      report({
        at: node,
        severity: 'warning',
        message: l10n.t('This is the id of a namespace; ECS takes its name or its ARN.'),
      });
  },
};
