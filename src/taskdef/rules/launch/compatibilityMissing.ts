import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { memoryFor } from '../../facts/fargateSizes.ts';
import { setFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { anchorOf } from '../../document/task.ts';

export const compatibilityMissing: Rule = {
  id: 'TD019',
  severity: 'hint',
  title: 'requiresCompatibilities makes ECS check the file for its launch type when it is registered.',
  link: links.registerTaskDefinition,
  says: 'Task definition does not support launch_type FARGATE.',
  check({ document, fields, cpu, memory }, report) {
    const types = fields.list('requiresCompatibilities');
    if (!fields.node || !fields.present || !(types.missing || (types.complete && types.items.length === 0))) return;
    const fargate =
      fields.str('networkMode').value === 'awsvpc' &&
      cpu !== undefined &&
      memory !== undefined &&
      memoryFor(cpu).includes(memory);
    const type = fargate ? 'FARGATE' : 'EC2';
    report({
      at: types.node ?? anchorOf(fields),
      message: l10n.t(
        'Without requiresCompatibilities ECS finds what does not fit a launch type only when a task is run.',
      ),
      fixes: [setFix(document, fields.node, 'requiresCompatibilities', [type], false)],
    });
  },
};
