import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

const least = 128;
const most = 196_608;

export const ec2Cpu: Rule = {
  id: 'TD026',
  severity: 'error',
  title: 'Task CPU on EC2 and external instances is 128 to 196608 units.',
  link: links.fargateSizes,
  says: "Invalid 'cpu' setting for task.",
  check(task, report) {
    const { cpu, fields, document } = task;
    const node = fields.member('cpu').node;
    if (cpu === undefined || !node || isSure(onFargate(task))) return;
    // Without a launch type Fargate's sizes lie within these bounds too.
    if (cpu >= least && cpu <= most) return;
    report({
      at: node,
      message: l10n.t('{0} CPU units: a task has {1} to {2}.', cpu, least, most),
      fixes: [changeFix(document, node, String(cpu < least ? least : most))],
    });
  },
};
