import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { setFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

const helpers =
  /(?:^|[-_/])(?:xray|x-ray|aws-xray-daemon|otel|aws-otel|collector|adot|datadog|newrelic|cloudwatch-agent|cwagent|statsd|fluent(?:-?bit|d)?|log[-_]?router|promtail|envoy)(?:$|[-_/:@])/i;

export const essentialSidecar: Rule = {
  id: 'TD0C9',
  severity: 'hint',
  title: 'A helper does not end the task when it fails.',
  link: links.containerDefinition,
  check({ document, containers }, report) {
    if (containers.length < 2) return;
    for (const { fields, label, essential, name, node } of containers) {
      const named = `${name.value ?? ''} ${fields.str('image').value ?? ''}`
        .split(' ')
        .some((part) => helpers.test(part));
      // A log router is better essential, or logs are lost silently; Envoy carries the traffic.
      if (
        !named ||
        !essential ||
        !name.node ||
        !fields.member('restartPolicy').missing ||
        fields.fields('firelensConfiguration').present ||
        /envoy/i.test(label)
      )
        continue;
      if (!containers.some((one) => one.node !== node && one.essential)) continue;
      report({
        at: fields.member('essential').node ?? name.node,
        message: l10n.t(
          'When the helper {0} fails, the whole task stops: make it not essential, or give it a restartPolicy.',
          label,
        ),
        fixes: [
          { ...setFix(document, node, 'essential', false, false), title: l10n.t('Make {0} not essential', label) },
        ],
      });
    }
  },
};
