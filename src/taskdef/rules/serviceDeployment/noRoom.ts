import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import type { Fields } from '../../document/fields.ts';
import { links } from '../../facts/links.ts';
import { setFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const noRoom: Rule<Service> = {
  id: 'SD067',
  severity: 'error',
  title: 'The percentages of a rolling update leave room to start or to stop a task.',
  link: links.rollingUpdate,
  says: 'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.',
  check({ document, fields, controller, strategy, scheduling, isUpdate }, report) {
    const deployment = fields.fields('deploymentConfiguration');
    const { node } = deployment;
    const otherController = isUpdate
      ? fields.has('deploymentController') && controller !== 'ECS'
      : controller !== 'ECS';
    if (!node || otherController || (strategy !== 'ROLLING' && !(isUpdate && strategy === undefined))) return;
    const daemon = scheduling === 'DAEMON';
    const minimum = percent(deployment, 'minimumHealthyPercent', isUpdate ? undefined : daemon ? 0 : 100);
    const maximum = percent(deployment, 'maximumPercent', isUpdate ? undefined : daemon ? 100 : 200);
    if (minimum === undefined || maximum === undefined) return;
    const at = deployment.num('maximumPercent').node ?? deployment.num('minimumHealthyPercent').node;
    if (!at) return;
    if (minimum === 100 && maximum === 100) {
      const [name, value] = daemon ? (['minimumHealthyPercent', 0] as const) : (['maximumPercent', 200] as const);
      report({
        at,
        message: l10n.t(
          'minimumHealthyPercent and maximumPercent are both 100: a deployment could neither stop nor start a task.',
        ),
        fixes: [setFix(document, node, name, value)],
      });
      return;
    }
    const count = fields.num('desiredCount').value;
    if (daemon || count === undefined || count < 1 || minimum > 100 || maximum < 100) return;
    const [least, most] = [Math.ceil((count * minimum) / 100), Math.floor((count * maximum) / 100)];
    if (least < count || most > count) return;
    report({
      at,
      severity: 'warning',
      message: l10n.t(
        'A deployment could neither stop nor start a task: of {0} wanted, {1} must stay and {2} may run. Raise maximumPercent or lower minimumHealthyPercent.',
        count,
        least,
        most,
      ),
      fixes: [setFix(document, node, 'maximumPercent', 200, false)],
    });
  },
};

/** Undefined when it cannot be told. */
function percent(deployment: Fields, name: string, value: number | undefined): number | undefined {
  const member = deployment.num(name);
  return member.missing ? value : member.value;
}
