import * as l10n from '@vscode/l10n';
import { memberOf } from '../../formats/node.ts';
import { isCommentKey } from '../../members/commentKeys.ts';
import { links } from '../../facts/links.ts';
import { removeNode, renameKey } from '../../document/edits.ts';
import type { Fix } from '../../rule/finding.ts';
import { nearest } from '../../rule/nearest.ts';
import { outputOnlyMembers, serviceOutputMembers } from '../../members/outputOnly.ts';
import type { Rule } from '../../rule/rule.ts';
import { containerShape, serviceShape, taskShape, type Shape } from '../../document/schema.ts';
import type { UnknownMember } from '../../document/structure.ts';
import type { Subject } from '../../document/task.ts';
import { isForeignCasing } from '../../rule/casing.ts';

/** What docker compose and Kubernetes call things. */
const otherNames: Readonly<Record<string, string>> = {
  ports: 'portMappings',
  depends_on: 'dependsOn',
  env: 'environment',
  env_file: 'environmentFiles',
  cmd: 'command',
  args: 'command',
  logging: 'logConfiguration',
  labels: 'dockerLabels',
  volumes: 'mountPoints',
  volumeMounts: 'mountPoints',
  working_dir: 'workingDirectory',
  containers: 'containerDefinitions',
  containerName: 'name',
  livenessProbe: 'healthCheck',
  healthcheck: 'healthCheck',
  retry: 'retries',
  port: 'containerPort',
  container: 'containerName',
  filesystemId: 'fileSystemId',
  volume: 'sourceVolume',
  restart: 'restartPolicy',
  value: 'valueFrom',
  test: 'command',
  start_period: 'startPeriod',
};

export const unknownProperty: Rule<Subject> = {
  id: 'TD001',
  severity: 'error',
  title: 'A property must exist in the input of RegisterTaskDefinition or CreateService.',
  link: links.registerTaskDefinition,
  says: 'Unknown parameter in input: "x", must be one of: …',
  onServiceDefinitions: true,
  findsMisplaced: true,
  flaw: 'unknownMember',
  check({ document, issues }, report, { tool }) {
    for (const issue of issues.unknown) {
      if (isOutputOnly(issue) || isServiceOutput(issue)) continue;
      if (isForeignCasing(issue) || isCommentKey(issue.name)) continue;
      const { name, key, property, shape, object } = issue;
      const guess = suggestion(issue);
      const taken = guess !== undefined && memberOf(object, guess) !== undefined;
      const fixes: Fix[] = [{ title: l10n.t('Remove "{0}"', name), edits: [removeNode(document.text, property)] }];
      if (guess && !taken)
        fixes.unshift({ title: l10n.t('Rename to "{0}"', guess), edits: [renameKey(key, guess)], preferred: true });
      // Whoever writes it means the editor, and may well have a tool that leaves it out.
      const severity = name === '$schema' && !tool ? 'warning' : undefined;
      report({ at: key, message: wording(name, shape, guess), fixes, severity });
    }
  },
};

/** Output of DescribeServices has rules of its own. */
function isServiceOutput({ name, shape }: UnknownMember): boolean {
  return shape === serviceShape && serviceOutputMembers.has(name);
}

function wording(name: string, shape: Shape, guess: string | undefined): string {
  if (guess) return l10n.t('Unknown property "{0}": ECS knows no such member here. Did you mean "{1}"?', name, guess);
  if (shape === containerShape && taskShape.members.has(name))
    return l10n.t('Unknown property "{0}": it belongs to the task definition, not to a container.', name);
  if (shape === taskShape && containerShape.members.has(name))
    return l10n.t('Unknown property "{0}": it belongs to a container, in containerDefinitions.', name);
  if (name === '$schema') return l10n.t('"$schema" is for editors; the AWS CLI refuses the file with it.');
  const members = [...shape.members.keys()].join(', ');
  return l10n.t('Unknown property "{0}": ECS knows no such member here. It must be one of: {1}.', name, members);
}

/** Output of DescribeTaskDefinition has a rule of its own. */
function isOutputOnly({ name, shape }: UnknownMember): boolean {
  return shape.name === 'RegisterTaskDefinitionRequest' && outputOnlyMembers.includes(name);
}

function suggestion({ name, shape }: UnknownMember): string | undefined {
  const other = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  return other && shape.members.has(other) ? other : nearest(name, shape.members.keys());
}
