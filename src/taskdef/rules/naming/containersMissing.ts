import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertItem, insertMember } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';
import { anchorOf } from '../../document/task.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

export const containersMissing: Rule = {
  id: 'TD012',
  severity: 'error',
  title: 'A task definition has at least one container.',
  link: links.registerTaskDefinition,
  says: 'Container list cannot be empty.',
  neededEvenEmpty: true,
  check(task, report) {
    const { document, fields, issues } = task;
    const { node } = fields;
    const list = fields.list('containerDefinitions').node;
    const absent = issues.missing.some(
      ({ member }) => member.id === 'RegisterTaskDefinitionRequest.containerDefinitions',
    );
    const empty = issues.limits.some(
      ({ member, limit }) => member.id.endsWith('.containerDefinitions') && limit === 'minItems',
    );
    if (!node || !(absent || empty)) return;
    // Without a size for the whole task the container needs one of its own.
    const size = fields.member('memory').missing && !isSure(onFargate(task)) ? { memory: 256 } : {};
    const container = { name: 'app', image: 'public.ecr.aws/docker/library/nginx:stable', essential: true, ...size };
    const edit = list
      ? insertItem(document.text, list, container)
      : insertMember(document.text, node, 'containerDefinitions', [container]);
    report({
      at: list ?? anchorOf(fields),
      message: list
        ? l10n.t('containerDefinitions is empty: a task needs at least one container.')
        : l10n.t('"containerDefinitions" is missing: a task needs at least one container.'),
      fixes: [{ title: l10n.t('Add a container'), edits: [edit], preferred: true }],
    });
  },
};
