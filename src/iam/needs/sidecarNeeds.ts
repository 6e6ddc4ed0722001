import * as l10n from '@vscode/l10n';
import type { Container } from '../../taskdef/document/task.ts';
import type { Need, Purpose } from './need.ts';
import { arnAt, patternOf, type TaskHome } from './place.ts';

/** What a container of AWS's own beside the application does in the name of the task's role. */
interface Permission {
  purpose: Purpose;
  actions: readonly string[];
  /** Behind Region and account of a service; `*` where the actions know no resources. */
  resource?: readonly [service: string, resource: string];
  /** Whether a configuration that cannot be read here may do without it. */
  onlyPerhaps?: boolean;
}

const traces: Permission = {
  purpose: 'SendTraces',
  actions: [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:GetSamplingStatisticSummaries',
  ],
};

/** Metrics that are written as log events. */
const metricEvents = (group: string): Permission => ({
  purpose: 'SendMetrics',
  actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
  resource: ['logs', `log-group:${group}:*`],
});

const metrics: Permission = { purpose: 'SendMetrics', actions: ['cloudwatch:PutMetricData'] };
const remoteWrite: Permission = {
  purpose: 'SendMetrics',
  actions: ['aps:RemoteWrite'],
  resource: ['aps', 'workspace/*'],
};

/** The configurations that come with the collector, by what is in the name of their file. */
const collectorFiles: readonly (readonly [RegExp, readonly Permission[]])[] = [
  [/ecs-default-config/, [traces, metricEvents('/aws/ecs/*')]],
  [/ecs-amp-xray/, [traces, remoteWrite]],
  [/ecs-amp/, [remoteWrite]],
  [/ecs-xray/, [traces]],
  [/ecs-cloudwatch(?!-xray)/, [metricEvents('/aws/ecs/*')]],
];

/** Images of AWS's that act as the task's role. */
const sidecars: readonly (readonly [RegExp, (container: Container) => readonly Permission[]])[] = [
  [/(?:^|\/)(?:aws-)?xray-daemon(?:[:@]|$)/, () => [traces]],
  [/(?:^|\/)aws-otel-(?:collector|ecs-collector)(?:[:@]|$)/, collectorPermissions],
  [/(?:^|\/)(?:amazon-)?cloudwatch-agent(?:[:@]|$)/, () => [metrics, metricEvents('*')].map(perhaps)],
];

/** What a sidecar or a proxy of AWS's needs of the task's role, known by its image. */
export function sidecarNeeds(container: Container, home: TaskHome): Need[] {
  const image = container.fields.str('image');
  const text = patternOf(image);
  const at = image.node;
  if (text === undefined || !at) return [];
  const [, permissions] = sidecars.find(([pattern]) => pattern.test(text)) ?? [];
  const reason = l10n.t('Container {0} runs {1}, which acts as the task’s role.', container.label, nameOf(text));
  const needs = (permissions?.(container) ?? []).map(({ purpose, actions, resource, onlyPerhaps }): Need => {
    const named = resource ? arnAt(home, ...resource) : '*';
    const certainty = onlyPerhaps ? { onlyPerhaps } : named === '*' ? { asked: ['*'] } : {};
    return { role: 'task', purpose, actions, resource: named, ...certainty, reason, at };
  });
  return [...needs, ...proxyNeeds(container, home)];
}

function collectorPermissions({ fields }: Container): readonly Permission[] {
  const command = fields
    .list('command')
    .texts()
    .map(({ raw = '' }) => raw)
    .join(' ');
  const [, permissions] = collectorFiles.find(([file]) => file.test(command)) ?? [];
  // What it usually does; a configuration of the person's own is in a variable that cannot be read here.
  return permissions ?? [traces, metricEvents('/aws/ecs/*')].map(perhaps);
}

function perhaps(permission: Permission): Permission {
  return { ...permission, onlyPerhaps: true };
}

/** Envoy as App Mesh's proxy reads its configuration as the task's role. */
function proxyNeeds({ fields, label }: Container, home: TaskHome): Need[] {
  const variables = fields.list('environment').fields();
  const named = variables.find((variable) =>
    /^APPMESH_(?:RESOURCE_ARN|VIRTUAL_NODE_NAME)$/.test(variable.str('name').value ?? ''),
  );
  const value = named?.str('value');
  const text = value && patternOf(value);
  if (!value?.node || text === undefined) return [];
  return [
    {
      role: 'task',
      purpose: 'ReadMeshConfiguration',
      actions: ['appmesh:StreamAggregatedResources'],
      resource: text.startsWith('arn:') ? text : arnAt(home, 'appmesh', text.replace(/^(?!\*|mesh\/)/, 'mesh/')),
      reason: l10n.t('Container {0} is a proxy of App Mesh.', label),
      at: value.node,
    },
  ];
}

function nameOf(image: string): string {
  return (
    (image.split('@')[0] ?? '')
      .replace(/:[^:/]*$/, '')
      .split('/')
      .at(-1) ?? image
  );
}
