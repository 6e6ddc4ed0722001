import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { unsupportedDriver } from '../../facts/logDriverSupport.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const connectLog: Rule<Service> = {
  id: 'SD01M',
  severity: 'error',
  title: 'The log of the Service Connect proxy has a driver that the launch type takes, with what awslogs needs.',
  link: links.connectConfiguration,
  check(service, report) {
    const connect = service.fields.fields('serviceConnectConfiguration');
    const log = connect.fields('logConfiguration');
    const access = connect.fields('accessLogConfiguration');
    if (access.present && log.missing)
      report({
        at: access.key!,
        severity: 'warning',
        message: l10n.t('accessLogConfiguration needs a logConfiguration beside it.'),
      });
    const driver = log.str('logDriver');
    if (!log.present || driver.value === undefined || !driver.node) return;
    const refused = unsupportedDriver(service, driver.value);
    if (refused)
      report({
        at: driver.node,
        severity: refused.likely ? 'warning' : 'error',
        message: l10n.t('{0} does not take {1}; it takes {2}.', refused.type, driver.value, refused.drivers.join(', ')),
        fixes: [changeFix(service.document, driver.node, 'awslogs', false)],
      });
    if (driver.value !== 'awslogs') return;
    const options = log.fields('options');
    const lacking = ['awslogs-group', 'awslogs-region'].filter((name) => options.member(name).missing);
    if (lacking.length > 0)
      report({
        at: options.key ?? driver.node,
        message: l10n.t('awslogs needs {0} in options.', lacking.join(', ')),
      });
  },
};
