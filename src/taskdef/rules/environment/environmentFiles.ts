import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isStandIn, markPlaceholders } from '../../document/placeholders.ts';
import { ownObjectArn } from '../../document/home.ts';
import { gap, mayEndWith, readOpenArn } from '../../rule/openArn.ts';
import { roleFix } from '../../rule/executionRole.ts';

const most = 10;

export const environmentFiles: Rule = {
  id: 'TD07D',
  severity: 'error',
  title: 'Environment files are at most ten S3 objects named *.env, read with an execution role.',
  link: links.environmentFiles,
  says: 'The maximum number of environment files was exceeded. Specify ten or less and try again.',
  check(task, report) {
    const { document, fields: taskFields, containers, issues } = task;
    for (const { node, member, actual } of issues.limits) {
      if (member.id !== 'ContainerDefinition.environmentFiles') continue;
      report({
        at: node,
        message: l10n.t(
          'The maximum number of environment files was exceeded: {0}. Specify ten or less; {1} is the limit.',
          actual,
          most,
        ),
      });
    }
    for (const { fields } of containers) {
      const list = fields.list('environmentFiles');
      if (list.filled && list.key && taskFields.member('executionRoleArn').missing) {
        report({
          at: list.key,
          message: l10n.t('Environment files are read with the execution role, and there is no executionRoleArn.'),
          fixes: roleFix(task),
        });
      }
      for (const file of list.fields()) {
        const { value, raw, node } = file.str('value');
        if (raw === undefined || !node || (value !== undefined && isStandIn(value))) continue;
        const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(raw) ?? [];
        if (value === undefined ? !mayBeFile(raw) : !/^arn:aws[\w-]*:s3:::[^/]+\/.+$/.test(value)) {
          report({
            at: node,
            message: l10n.t(
              'Invalid arn syntax: "{0}". An environment file is an S3 object: arn:aws:s3:::bucket/key.env.',
              raw,
            ),
            fixes: bucket ? [changeFix(document, node, ownObjectArn(task, bucket, key))] : [],
          });
        } else if (!mayEndWith(markPlaceholders(raw, gap), '.env'))
          report({ at: node, message: l10n.t('An environment file has the extension .env.') });
      }
    }
  },
};

/** Whether it can be the ARN of an object once what is open is filled in. */
function mayBeFile(raw: string): boolean {
  if (raw.startsWith('s3://')) return false;
  const arn = readOpenArn(raw);
  if (!arn) return true;
  const { service, region, account, resource } = arn;
  return (service ?? 's3') === 's3' && !region && !account && (resource.includes('/') || resource.includes(gap));
}
