import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onFargate } from '../../rule/launchTypes.ts';

const offered = [
  'LINUX',
  ...['2019', '2022', '2025'].flatMap((year) => [`WINDOWS_SERVER_${year}_CORE`, `WINDOWS_SERVER_${year}_FULL`]),
];

export const fargateOperatingSystem: Rule = {
  id: 'TD027',
  severity: 'error',
  title: 'Fargate runs Linux and Windows Server 2019, 2022 and 2025.',
  link: links.parameters,
  applies: onFargate,
  check({ document, fields, issues }, report) {
    const { value, node } = fields.fields('runtimePlatform').str('operatingSystemFamily');
    // A name that ECS does not know at all has a finding already.
    if (value === undefined || !node || offered.includes(value) || issues.enums.some((issue) => issue.node === node))
      return;
    const wanted = value.endsWith('_FULL') ? 'WINDOWS_SERVER_2022_FULL' : 'WINDOWS_SERVER_2022_CORE';
    report({
      at: node,
      message: l10n.t('Fargate does not run {0}; it runs {1}.', value, offered.join(', ')),
      fixes: [changeFix(document, node, wanted)],
    });
  },
};
