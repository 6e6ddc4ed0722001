import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

const configurations = [
  { name: 'linearConfiguration', strategy: 'LINEAR', share: 'stepPercent' },
  { name: 'canaryConfiguration', strategy: 'CANARY', share: 'canaryPercent' },
];

export const strategyConfiguration: Rule<Service> = {
  id: 'SD06D',
  severity: 'error',
  title:
    'linearConfiguration goes with strategy LINEAR, canaryConfiguration with CANARY; shares are multiples of 0.1 %.',
  link: links.linearDeployment,
  check({ document, fields, strategy }, report) {
    const deployment = fields.fields('deploymentConfiguration');
    for (const { name, strategy: own, share } of configurations) {
      const { node, key } = deployment.member(name);
      if (!node || !key || node.type !== 'object') continue;
      if (strategy !== undefined && strategy !== own)
        report({
          at: key,
          message: l10n.t('{0} is for strategy {1} only; here it is {2}.', name, own, strategy),
          fixes: [removeFix(document, node, `"${name}"`, false)],
        });
      const percent = deployment.fields(name).num(share);
      const tenths = (percent.value ?? 0) * 10;
      if (percent.node && Math.abs(tenths - Math.round(tenths)) > 1e-6)
        report({
          at: percent.node,
          message: l10n.t('{0} is {1}; ECS takes multiples of 0.1.', share, percent.value!),
          fixes: [changeFix(document, percent.node, Math.round(tenths) / 10)],
        });
    }
  },
};
