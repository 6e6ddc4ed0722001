import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

const credentials = new Set(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']);
const injected = new Set([
  'ECS_CONTAINER_METADATA_URI',
  'ECS_CONTAINER_METADATA_URI_V4',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'ECS_AGENT_URI',
]);

export const injectedVariable: Rule = {
  id: 'TD07F',
  severity: 'warning',
  title: 'Variables that ECS sets itself, or that defeat the task role, are left out.',
  link: links.taskRole,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      for (const list of [fields.list('environment'), fields.list('secrets')]) {
        for (const variable of list.fields()) {
          const { value, node } = variable.str('name');
          if (!value || !node || !(credentials.has(value) || injected.has(value))) continue;
          const message = credentials.has(value)
            ? l10n.t(
                '{0} wins over the task role: the application then has long-lived keys instead of its own role.',
                value,
              )
            : l10n.t('ECS sets {0} itself.', value);
          report({ at: node, message, fixes: [removeFix(document, variable.node!, value, false)] });
        }
      }
    }
  },
};
