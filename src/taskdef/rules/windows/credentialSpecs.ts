import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const credentialSpecs: Rule = {
  id: 'TD0B4',
  severity: 'error',
  title: 'A container has at most one credential specification, in Parameter Store or S3.',
  link: links.gmsa,
  check({ containers, issues }, report) {
    for (const { node, member, actual } of issues.limits) {
      if (member.id === 'ContainerDefinition.credentialSpecs')
        report({ at: node, message: l10n.t('{0} credential specifications; a container has at most one.', actual) });
    }
    for (const { fields } of containers) {
      for (const { value, node } of fields.list('credentialSpecs').texts()) {
        if (value === undefined || /^credentialspec(?:domainless)?:arn:aws[\w-]*:(?:ssm|s3):/.test(value)) continue;
        // A file on the instance is what EC2 for Windows has.
        if (value.startsWith('credentialspec:file://')) continue;
        report({
          at: node,
          message: l10n.t(
            '"{0}" is not a credential specification: credentialspec:ARN or credentialspecdomainless:ARN of a parameter or an S3 object.',
            value,
          ),
        });
      }
    }
  },
};
