import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertMember, replaceNode } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';
import { fargateAnchor, onFargate } from '../../rule/launchTypes.ts';

export const fargateNetworkMode: Rule = {
  id: 'TD020',
  severity: 'error',
  title: 'Fargate tasks use network mode awsvpc.',
  link: links.taskNetworking,
  says: "Fargate only supports network mode 'awsvpc'.",
  applies: onFargate,
  check(task, report) {
    const { fields, document } = task;
    const mode = fields.str('networkMode');
    if (!fields.node || mode.value === 'awsvpc' || (mode.value === undefined && !mode.missing)) return;
    const edit = mode.node
      ? replaceNode(document.text, mode.node, 'awsvpc')
      : insertMember(document.text, fields.node, 'networkMode', 'awsvpc', 'family');
    report({
      at: mode.node ?? fargateAnchor(task),
      message:
        mode.value === undefined
          ? l10n.t("Fargate only supports network mode 'awsvpc', and without networkMode it is bridge.")
          : mode.value.trim() === ''
            ? l10n.t("Fargate only supports network mode 'awsvpc', and networkMode is empty.")
            : l10n.t("Fargate only supports network mode 'awsvpc', not '{0}'.", mode.value),
      fixes: [{ title: l10n.t('Set "networkMode": "awsvpc"'), edits: [edit], preferred: true }],
    });
  },
};
