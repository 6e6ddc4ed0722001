import * as l10n from '@vscode/l10n';
import { parseJson } from '../formats/json.ts';
import type { Node } from '../formats/node.ts';

/** What a file that is none of ours seems to be. */
export type Stranger =
  | 'empty'
  | 'noJson'
  | 'tooLarge'
  | 'cloudFormation'
  | 'terraform'
  | 'kubernetes'
  | 'compose'
  | 'beanstalk'
  | 'npm'
  | 'otherCall'
  | 'answer'
  | 'daemon'
  | 'express'
  | 'images'
  | 'appspec'
  | 'workflow'
  | 'ecspresso'
  | 'batch'
  | 'schema'
  | 'taskDefinitionList'
  | 'yamlTaskDefinition'
  | 'jsonnet'
  | 'otherYaml'
  | 'otherList'
  | 'otherJson';

const longestText = 1_048_576;
const daemonOnly = /"pidMode"\s*:\s*"(?:none|shared)"|"logDriverVolumeConfiguration"/;

/** Judges a file that was recognised as none of ours, by the members at its root. */
export function seemsToBe(path: string, text: string): Stranger {
  if (text.length > longestText) return 'tooLarge';
  if (text.trim() === '') return 'empty';
  if (/\.(?:jsonnet|libsonnet)$/i.test(path)) return 'jsonnet';
  if (/\.(?:tf|hcl)$/i.test(path)) return 'terraform';
  if (/\.ya?ml$/i.test(path)) return byMembers(yamlMembers(text), path) ?? 'otherYaml';
  const { root } = parseJson(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text);
  if (root?.type === 'array') return listOf(root, path);
  if (root?.type !== 'object') return 'noJson';
  const members = membersOf(root);
  if (members.has('containerDefinitions') && (/daemon[^/\\]*$/i.test(path) || daemonOnly.test(text))) return 'daemon';
  return byMembers(members, path) ?? 'otherJson';
}

type Members = ReadonlySet<string>;

/** By which members at its root a file is told; the first that fits. */
const signs: readonly (readonly [Stranger, (has: (name: string) => boolean) => boolean])[] = [
  ['cloudFormation', (has) => has('AWSTemplateFormatVersion') || has('Resources')],
  ['beanstalk', (has) => has('AWSEBDockerrunVersion')],
  ['terraform', (has) => has('terraform_version') || has('format_version') || has('resource') || has('planned_values')],
  ['kubernetes', (has) => has('apiVersion') && has('kind')],
  ['express', (has) => has('primaryContainer') || has('infrastructureRoleArn')],
  ['daemon', (has) => has('daemonTaskDefinitionArn') || has('daemonTaskDefinition') || has('daemonName')],
  ['batch', (has) => has('jobDefinitionName') || has('jobQueue')],
  [
    'otherCall',
    (has) => has('overrides') || has('startedBy') || has('externalId') || (has('count') && has('taskDefinition')),
  ],
  [
    'answer',
    (has) =>
      [
        'tasks',
        'clusters',
        'failures',
        'taskArns',
        'serviceArns',
        'taskDefinitionArns',
        'taskArn',
        'stoppedReason',
        'containerInstances',
      ].some(has),
  ],
  ['ecspresso', (has) => has('task_definition') || has('service_definition')],
  ['workflow', (has) => has('jobs')],
  ['appspec', (has) => has('version') && (has('Hooks') || has('hooks') || has('phases'))],
  [
    'npm',
    (has) => has('name') && ['dependencies', 'devDependencies', 'scripts', 'engines', 'lockfileVersion'].some(has),
  ],
  ['schema', (has) => has('$schema') && ['properties', 'definitions', '$defs', 'allOf'].some(has)],
  ['schema', (has) => has('shapes') && has('operations')],
  ['compose', (has) => has('services') && !has('failures')],
  ['images', (has) => has('ImageURI')],
];

function byMembers(members: Members, path: string): Stranger | undefined {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const has = (name: string): boolean => members.has(name);
  // A whole definition that only its way of writing keeps out.
  if (has('containerDefinitions') && /\.ya?ml$/i.test(path)) return 'yamlTaskDefinition';
  if (/^package(?:-lock)?\.json$/.test(base)) return 'npm';
  return signs.find(([, fits]) => fits(has))?.[0];
}

function listOf(root: Node, path: string): Stranger {
  const [first] = root.children ?? [];
  const members = first?.type === 'object' ? membersOf(first) : new Set<string>();
  if (members.has('containerDefinitions')) return 'taskDefinitionList';
  if (members.has('imageUri')) return 'images';
  return byMembers(members, path) === 'kubernetes' ? 'kubernetes' : 'otherList';
}

function membersOf({ children = [] }: Node): Members {
  return new Set(children.map((property) => String(property.children?.[0]?.value)));
}

function yamlMembers(text: string): Members {
  return new Set([...text.matchAll(/^["']?([\w$-]+)["']?\s*:(?=\s|$)/gm)].map((match) => match[1]!));
}

/** What a stranger is and why it is not checked, to stand behind "it seems to be". */
export function strangerText(stranger: Stranger): string {
  switch (stranger) {
    case 'empty':
      return l10n.t('empty');
    case 'noJson':
      return l10n.t('no JSON');
    case 'tooLarge':
      return l10n.t('too large for a task definition');
    case 'cloudFormation':
      return l10n.t('a CloudFormation template; only what is handed to ECS itself is checked');
    case 'terraform':
      return l10n.t('a file of Terraform; only what is handed to ECS itself is checked');
    case 'kubernetes':
      return l10n.t('a Kubernetes manifest, which ECS does not read');
    case 'compose':
      return l10n.t('a Docker Compose file, which ECS does not read');
    case 'beanstalk':
      return l10n.t('a Dockerrun.aws.json of Elastic Beanstalk, which ECS does not read');
    case 'npm':
      return l10n.t('a file of npm');
    case 'otherCall':
      return l10n.t('the input of another call, such as RunTask; task and service definitions are checked');
    case 'answer':
      return l10n.t('an answer of ECS, such as that of DescribeTasks; task and service definitions are checked');
    case 'daemon':
      return l10n.t('a daemon task definition, which has other rules');
    case 'express':
      return l10n.t('the input of an Express Mode service, which makes its own task definition');
    case 'images':
      return l10n.t('a list of images for CodePipeline');
    case 'appspec':
      return l10n.t('an AppSpec or buildspec file; only what is handed to ECS itself is checked');
    case 'workflow':
      return l10n.t('a workflow; the task definition that it deploys is checked');
    case 'ecspresso':
      return l10n.t('an ecspresso configuration; the files that it names are checked');
    case 'batch':
      return l10n.t('a file of AWS Batch, which ECS does not read');
    case 'schema':
      return l10n.t('a schema or a model of an API');
    case 'taskDefinitionList':
      return l10n.t('a list of several task definitions; a file holds one');
    case 'yamlTaskDefinition':
      return l10n.t('a task definition in YAML; JSON is checked');
    case 'jsonnet':
      return l10n.t('Jsonnet; the JSON that it makes is checked');
    case 'otherYaml':
      return l10n.t('YAML, but no task definition');
    case 'otherList':
      return l10n.t('a list, but none of containers');
    case 'otherJson':
      return l10n.t('JSON, but neither a task definition nor a service definition');
  }
}
