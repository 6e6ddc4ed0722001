import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onWindows } from '../../rule/launchTypes.ts';

export const armNeedsLinux: Rule = {
  id: 'TD028',
  severity: 'error',
  title: 'ARM64 runs Linux only.',
  link: links.parameters,
  applies: onWindows,
  check({ document, fields }, report) {
    const { value, node } = fields.fields('runtimePlatform').str('cpuArchitecture');
    if (value !== 'ARM64' || !node) return;
    report({
      at: node,
      message: l10n.t('There is no Windows on ARM64 in ECS: use X86_64.'),
      fixes: [changeFix(document, node, 'X86_64')],
    });
  },
};
