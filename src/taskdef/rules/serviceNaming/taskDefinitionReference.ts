import * as l10n from '@vscode/l10n';
import { parseArn } from '../../../ecs/arn.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const taskDefinitionReference: Rule<Service> = {
  id: 'SD073',
  severity: 'error',
  title: 'A service names its task definition by family, family:revision or ARN.',
  link: links.createService,
  says: 'Invalid revision number. Number: latest. Family should not be null or empty.',
  neededEvenEmpty: true,
  // ecspresso puts the task definition in that it has registered; with a controller of your own there is none to name.
  check({ fields, controller }, report, { tool }) {
    const { value, node } = fields.str('taskDefinition');
    if (value === undefined || !node || tool === 'ecspresso' || controller === 'EXTERNAL') return;
    const message = flaw(value);
    if (message) report({ at: node, message });
  },
};

function flaw(reference: string): string | undefined {
  if (reference === '') return l10n.t('taskDefinition is empty.');
  if (!reference.startsWith('arn:')) return nameFlaw(reference);
  const arn = parseArn(reference);
  if (arn?.service !== 'ecs' || !/^task-definition(?:\/|$)/.test(arn.resource))
    return l10n.t(
      'taskDefinition is not the ARN of a task definition: {0}.',
      'arn:aws:ecs:eu-west-1:123456789012:task-definition/family:1',
    );
  const name = arn.resource.slice('task-definition/'.length);
  return name === '' ? l10n.t('The ARN names no family: {0} comes behind it.', '/family:revision') : nameFlaw(name);
}

function nameFlaw(name: string): string | undefined {
  const [family = '', revision, ...more] = name.split(':');
  if (/^file:|\.(?:json|ya?ml)$/.test(name))
    return l10n.t('taskDefinition is a file here; ECS takes the family of a registered task definition.');
  if (more.length > 0 || !/^[A-Za-z0-9_-]{1,255}$/.test(family))
    return l10n.t('"{0}" is no family: 1 to 255 letters, digits, hyphens and underscores.', family);
  if (revision === undefined || /^[1-9]\d*$/.test(revision)) return undefined;
  return l10n.t('"{0}" is no revision: a number from 1 on. Without one ECS takes the newest.', revision);
}
