import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';

export const splunkOptions: Rule = {
  id: 'TD08B',
  severity: 'error',
  title: 'The splunk driver needs an address and a token.',
  link: links.containerDefinition,
  check(task, report) {
    for (const { driver, log, options, container } of logOptionsOf(task)) {
      if (driver !== 'splunk') continue;
      const secrets = log.list('secretOptions');
      const given = secrets.fields().map((secret) => secret.str('name'));
      if (!(secrets.missing || secrets.certain) || given.some(({ value }) => value === undefined)) continue;
      const missing = ['splunk-url', 'splunk-token'].filter(
        (name) => options.member(name).missing && !given.some(({ value }) => value === name),
      );
      if (missing.length === 0) continue;
      report({
        at: options.key ?? log.member('logDriver').node!,
        message: l10n.t(
          'Log driver splunk requires options: container {0} lacks {1}.',
          container.label,
          missing.join(', '),
        ),
      });
    }
  },
};
