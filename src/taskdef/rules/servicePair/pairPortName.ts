import * as l10n from '@vscode/l10n';
import type { Fields } from '../../document/fields.ts';
import type { Service } from '../../document/service.ts';
import type { Task } from '../../document/task.ts';
import { links } from '../../facts/links.ts';
import { portMappings } from '../../facts/ports.ts';
import { changeFix } from '../../rule/fixes.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairPortName: Rule<Service> = {
  id: 'SD022',
  severity: 'error',
  title: 'The port that Service Connect, VPC Lattice or a gateway names is one of the task definition.',
  link: links.connectService,
  says: 'portName(x) does not refer to any named PortMapping in the container definitions',
  applies: ({ pair }) => pair,
  check({ document, fields, task, taskFile }, report) {
    const names = task && portNames(task);
    if (!names) return;
    for (const { value, node } of namers(fields).map((one) => one.str('portName'))) {
      if (!value || !node || names.includes(value)) continue;
      const meant = names.length === 1 ? names[0] : nearest(value, names);
      report({
        at: node,
        message:
          names.length > 0
            ? l10n.t('{0} has no port named {1}; it has {2}.', taskFile ?? '', value, names.join(', '))
            : l10n.t('{0} has no port with a name; give the port mapping the name {1}.', taskFile ?? '', value),
        fixes: meant ? [changeFix(document, node, meant)] : [],
      });
    }
  },
};

/** Names of the port mappings; undefined where a template may give others. */
function portNames(task: Task): string[] | undefined {
  const lists = task.containers.map(({ fields }) => fields.list('portMappings'));
  if (!task.containersCertain || !lists.every((list) => list.missing || list.certain)) return undefined;
  const names = portMappings(task).map(({ mapping }) => mapping.str('name'));
  if (names.some(({ value, missing }) => value === undefined && !missing)) return undefined;
  return names.flatMap(({ value }) => value ?? []);
}

function namers(fields: Fields): Fields[] {
  const connect = fields.fields('serviceConnectConfiguration');
  return [
    ...(connect.bool('enabled').value === false ? [] : connect.list('services').fields()),
    ...fields.list('vpcLatticeConfigurations').fields(),
    ...fields.list('gatewayConnectors').fields(),
  ];
}
