import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { replaceNode } from '../../document/edits.ts';
import { fargateSizes, memoryFor, windowsFargateCpus } from '../../facts/fargateSizes.ts';
import type { Rule } from '../../rule/rule.ts';
import { allOf, onFargate, onWindows } from '../../rule/launchTypes.ts';

export const windowsFargateCpu: Rule = {
  id: 'TD025',
  severity: 'error',
  title: 'Windows tasks on Fargate have 1, 2 or 4 vCPU.',
  link: links.fargateSizes,
  says: 'No Fargate configuration exists for given values.',
  applies: (task) => allOf(onFargate(task), onWindows(task)),
  check({ document, fields, cpu, memory }, report) {
    const node = fields.member('cpu').node;
    if (cpu === undefined || !node || !fargateSizes.has(cpu) || windowsFargateCpus.includes(cpu)) return;
    const wanted = windowsFargateCpus.find((size) => size >= cpu) ?? 4096;
    const memoryNode = fields.member('memory').node;
    const edits = [replaceNode(document.text, node, String(wanted))];
    const fitting = memoryFor(wanted).find((size) => size >= (memory ?? 0)) ?? memoryFor(wanted).at(-1)!;
    if (memoryNode && fitting !== memory) edits.push(replaceNode(document.text, memoryNode, String(fitting)));
    report({
      at: node,
      message: l10n.t('Windows tasks on Fargate have 1024, 2048 or 4096 CPU units, not {0}.', cpu),
      fixes: [{ title: l10n.t('Change to {0} CPU units and {1} MiB', wanted, fitting), edits, preferred: true }],
    });
  },
};
