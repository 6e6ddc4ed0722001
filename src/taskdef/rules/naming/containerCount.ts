import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { containersSchema } from '../../document/schema.ts';
import type { Rule } from '../../rule/rule.ts';

const most = containersSchema.limits.maxItems ?? 10;

export const containerCount: Rule = {
  id: 'TD013',
  severity: 'error',
  title: 'A task definition has at most 10 containers.',
  link: links.serviceQuotas,
  says: 'Too many containers.',
  check({ containers }, report) {
    const first = containers[most];
    if (!first) return;
    const at = first.name.node ?? { offset: first.node.offset, length: 1 };
    report({
      at,
      message: l10n.t('{0} containers; ECS takes at most {1} in a task definition.', containers.length, most),
    });
  },
};
