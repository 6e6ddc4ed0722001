import * as l10n from '@vscode/l10n';
import type { Tool } from '../../document/siblingFacts.ts';
import { links } from '../../facts/links.ts';
import { toolName } from '../../facts/toolNames.ts';
import { wrapContainers } from '../../rule/wrap.ts';
import type { Rule } from '../../rule/rule.ts';

/** Tools that take nothing else; the AWS CLI has an option for a list of containers. */
const wantsWhole: readonly Tool[] = ['github-action', 'ecspresso', 'codepipeline'];

export const containerArray: Rule = {
  id: 'TD005',
  severity: 'info',
  title: 'A bare array of containers is checked as such: what belongs to the task stands elsewhere.',
  link: links.containerDefinition,
  mayBeError: true,
  check({ document }, report, { tool, uses = [] }) {
    const root = document.root;
    if (document.kind !== 'containers' || root?.type !== 'array') return;
    const tools = new Set(uses.length > 0 ? uses.map((use) => use.tool) : tool ? [tool] : []);
    const stopping = wantsWhole.filter((one) => tools.has(one));
    report({
      at: { offset: root.offset, length: 1 },
      severity: stopping.length > 0 ? 'error' : undefined,
      message:
        stopping.length > 0
          ? l10n.t(
              'A list of container definitions, while {0} takes a whole task definition.',
              stopping.map(toolName).join(', '),
            )
          : l10n.t(
              'A list of container definitions, as Terraform and --container-definitions take it; --cli-input-json takes a whole task definition. Rules on the whole task are left out.',
            ),
      fixes: [{ title: l10n.t('Wrap in a task definition'), edits: wrapContainers(document, root) }],
    });
  },
};
