import * as l10n from '@vscode/l10n';
import { parseArn } from '../../../ecs/arn.ts';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Report, Rule } from '../../rule/rule.ts';

export const roleArn: Rule = {
  id: 'TD01A',
  severity: 'error',
  title: 'A role is an IAM role ARN (or, for the task role, a name).',
  link: links.taskRole,
  says: 'Role is not valid.',
  check({ document, fields }, report) {
    for (const name of ['taskRoleArn', 'executionRoleArn']) {
      const { value, node, key } = fields.str(name);
      if (value === undefined || !node || !key) continue;
      if (value === '')
        report({
          at: node,
          message: l10n.t('{0} is empty; leave it out.', name),
          fixes: [removeFix(document, node, `"${name}"`)],
        });
      else if (!value.startsWith('arn:')) checkName(name, value, node, report);
      else if (!/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(value))
        report({ at: node, message: flaw(name, value) });
    }
  },
};

function checkName(name: string, value: string, node: Node, report: Report): void {
  if (!/^[\w+=,.@/-]{1,128}$/.test(value)) {
    report({ at: node, message: l10n.t('{0} is neither the ARN of an IAM role nor the name of a role.', name) });
  } else if (name === 'executionRoleArn') {
    report({
      at: node,
      severity: 'hint',
      message: l10n.t('ECS documents executionRoleArn as an ARN; a bare role name works in the same account only.'),
    });
  }
}

function flaw(name: string, value: string): string {
  const arn = parseArn(value);
  if (arn && arn.service !== 'iam') return l10n.t('{0} is an ARN of {1}, not of an IAM role.', name, arn.service);
  if (arn && !/^\d{12}$/.test(arn.account))
    return l10n.t('{0} has no account of 12 digits: an IAM role is arn:aws:iam::123456789012:role/name.', name);
  return l10n.t('{0} is not the ARN of an IAM role: arn:aws:iam::123456789012:role/name.', name);
}
