import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertMember } from '../../document/edits.ts';
import { Fields } from '../../document/fields.ts';
import type { Rule } from '../../rule/rule.ts';
import type { MemberSchema } from '../../document/schema.ts';
import { blankValue } from '../../rule/blank.ts';
import { anchorOf, type Subject } from '../../document/task.ts';

/** Members with a rule of their own, and the service name, which ecspresso keeps in its own configuration. */
const elsewhere = new Set([
  'RegisterTaskDefinitionRequest.family',
  'RegisterTaskDefinitionRequest.containerDefinitions',
  'ContainerDefinition.name',
  'ContainerDefinition.image',
  'CreateServiceRequest.serviceName',
]);

export const requiredProperty: Rule<Subject> = {
  id: 'TD007',
  severity: 'error',
  title: 'Required properties are there.',
  link: links.registerTaskDefinition,
  says: 'Missing required parameter in input: "x"',
  onServiceDefinitions: true,
  check({ document, issues }, report) {
    for (const { object, member } of issues.missing) {
      if (elsewhere.has(member.id)) continue;
      const property = object.parent?.type === 'property' ? object.parent : undefined;
      const fields = new Fields(document, { node: object, key: property?.children?.[0], missing: false });
      const value = valueFor(member, fields);
      report({
        at: anchorOf(fields),
        message: l10n.t('"{0}" is required here.', member.name),
        fixes: [
          {
            title: l10n.t('Add "{0}"', member.name),
            edits: [insertMember(document.text, object, member.name, value)],
            // What a person has still to write is no repair to be made unseen.
            preferred: value !== '',
          },
        ],
      });
    }
  },
};

/** What ECS takes as it stands, where there is such a value. */
function valueFor(member: MemberSchema, fields: Fields): unknown {
  switch (member.id) {
    case 'HealthCheck.command':
      return ['CMD-SHELL', 'curl -f http://127.0.0.1/ || exit 1'];
    case 'Ulimit.hardLimit':
      return fields.num('softLimit').value ?? blankValue(member);
    case 'Ulimit.softLimit':
      return fields.num('hardLimit').value ?? blankValue(member);
    case 'LogConfiguration.logDriver':
      return fields
        .fields('options')
        .entries()
        .some(({ name }) => name.startsWith('awslogs-'))
        ? 'awslogs'
        : '';
    case 'ContainerDependency.condition':
      return 'START';
    default:
      return blankValue(member);
  }
}
