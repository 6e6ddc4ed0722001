import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { ownObjectArn } from '../../document/home.ts';
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
        const { value, node } = file.str('value');
        if (value === undefined || !node) continue;
        const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(value) ?? [];
        if (!/^arn:aws[\w-]*:s3:::[^/]+\/.+$/.test(value)) {
          report({
            at: node,
            message: l10n.t(
              'Invalid arn syntax: "{0}". An environment file is an S3 object: arn:aws:s3:::bucket/key.env.',
              value,
            ),
            fixes: bucket ? [changeFix(document, node, ownObjectArn(task, bucket, key))] : [],
          });
        } else if (!value.endsWith('.env'))
          report({ at: node, message: l10n.t('An environment file has the extension .env.') });
      }
    }
  },
};
