import * as l10n from '@vscode/l10n';
import { isArnOf, roleFlaw, roleFlawOf } from '../../facts/arnForms.ts';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { removeFix } from '../../rule/fixes.ts';
import { mayBeginWith, type OpenArn, readOpenArn } from '../../rule/openArn.ts';
import type { Report, Rule } from '../../rule/rule.ts';

export const roleArn: Rule = {
  id: 'TD01A',
  severity: 'error',
  title: 'A role is an IAM role ARN (or, for the task role, a name).',
  link: links.taskRole,
  says: 'Role is not valid.',
  check({ document, fields }, report) {
    for (const name of ['taskRoleArn', 'executionRoleArn']) {
      const { value, raw, node, key } = fields.str(name);
      if (raw === undefined || !node || !key) continue;
      if (value === undefined) {
        const arn = readOpenArn(raw);
        const message = arn && openFlaw(name, arn);
        if (message) report({ at: node, message });
        continue;
      }
      if (value === '')
        report({
          at: node,
          message: l10n.t('{0} is empty; leave it out.', name),
          fixes: [removeFix(document, node, `"${name}"`)],
        });
      else if (!value.startsWith('arn:')) checkName(name, value, node, report);
      else if (!isArnOf('role', value)) report({ at: node, message: roleFlaw(name, value) });
    }
  },
};

/** What is wrong whatever a template fills in. */
function openFlaw(name: string, { service, region, account, resource }: OpenArn): string | undefined {
  const isFlawed =
    (service !== undefined && service !== 'iam') ||
    (service !== undefined && account !== undefined && !/^\d{12}$/.test(account)) ||
    Boolean(region) ||
    !mayBeginWith(resource, 'role/') ||
    resource === 'role/';
  return isFlawed ? roleFlawOf(name, { service, account }) : undefined;
}

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
