import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { fargateAnchor, onFargate } from '../../rule/launchTypes.ts';

export const platformMissing: Rule = {
  id: 'TD029',
  severity: 'hint',
  title: 'runtimePlatform says which image is meant; without it Fargate runs Linux on x86.',
  link: links.parameters,
  says: 'exec format error',
  applies: onFargate,
  check(task, report) {
    const { document, fields } = task;
    if (!fields.node || !fields.member('runtimePlatform').missing || fields.member('runtimePlatform').node) return;
    report({
      at: fargateAnchor(task),
      message: l10n.t(
        'Without runtimePlatform this runs on LINUX/X86_64; an ARM image then ends with "exec format error".',
      ),
      fixes: [
        addFix(
          document,
          fields.node,
          'runtimePlatform',
          { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
          { preferred: false },
        ),
      ],
    });
  },
};
