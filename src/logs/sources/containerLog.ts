import type { ContainerDefinition, TaskDefinition } from '@aws-sdk/client-ecs';

/** A container's lines in CloudWatch Logs. */
export interface CloudWatchLog {
  kind: 'cloudWatch';
  container: string;
  /** Driver that writes them. */
  driver: string;
  /** Undefined where the driver takes the Region of its host. */
  region: string | undefined;
  group: string;
  /** What the stream's name begins with; the id follows, unless there is none. */
  streamPrefix: string;
  /** Which id ends the stream's name: the task's, the container runtime's, or none because all tasks share a stream. */
  streamId: 'task' | 'runtime' | 'none';
}

/** A container whose lines go where this extension cannot follow. */
export interface ForeignLog {
  kind: 'foreign';
  container: string;
  /** Undefined when the task definition names no driver. */
  driver: string | undefined;
  /** What there is to read instead: the log router's own lines. */
  nearest: CloudWatchLog | undefined;
}

export type ContainerLog = CloudWatchLog | ForeignLog;

/** Fluent Bit's two output plugins for CloudWatch Logs. */
const cloudWatchPlugins = new Set(['cloudwatch', 'cloudwatch_logs']);

const firelensOptions = ['log_group_name', 'log_stream_prefix', 'log_stream_name', 'region'];

/**
 * Where each container of a revision writes its lines.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
export function containerLogs(definition: TaskDefinition): ContainerLog[] {
  const containers = definition.containerDefinitions ?? [];
  const router = containers.find((container) => container.firelensConfiguration);
  const routerLog = router && awslogsOf(router);
  return containers.map((container) => {
    const { name = '', logConfiguration } = container;
    const log = awslogsOf(container) ?? firelensOf(container);
    return log ?? { kind: 'foreign', container: name, driver: logConfiguration?.logDriver, nearest: routerLog };
  });
}

function awslogsOf({ name = '', logConfiguration }: ContainerDefinition): CloudWatchLog | undefined {
  if (logConfiguration?.logDriver !== 'awslogs') return undefined;
  const options = logConfiguration.options ?? {};
  const group = options['awslogs-group'];
  if (!group) return undefined;
  const region = options['awslogs-region'];
  const log = { kind: 'cloudWatch', container: name, driver: 'awslogs', region, group } as const;
  const fixed = options['awslogs-stream'];
  if (fixed) return { ...log, streamPrefix: fixed, streamId: 'none' };
  const prefix = options['awslogs-stream-prefix'];
  // Without a prefix, possible on EC2 only, Docker names the stream after its own container id.
  if (!prefix) return { ...log, streamPrefix: '', streamId: 'runtime' };
  return { ...log, streamPrefix: `${prefix}/${name}/`, streamId: 'task' };
}

/** FireLens tags lines `<container>-firelens-<task id>`; its CloudWatch plugins append that to the stream prefix. */
function firelensOf({ name = '', logConfiguration }: ContainerDefinition): CloudWatchLog | undefined {
  if (logConfiguration?.logDriver !== 'awsfirelens') return undefined;
  // Fluent Bit reads the names of options, and that of the plugin, in any case.
  const options = new Map(
    Object.entries(logConfiguration.options ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (!cloudWatchPlugins.has((options.get('name') ?? '').toLowerCase())) return undefined;
  const [group, prefix, fixed, region] = firelensOptions.map((name) => options.get(name));
  // `$(…)` is filled in from each line's own fields.
  if (!group || [group, prefix, fixed].some((text) => text?.includes('$('))) return undefined;
  const log = { kind: 'cloudWatch', container: name, driver: 'awsfirelens', region, group } as const;
  if (prefix !== undefined) return { ...log, streamPrefix: `${prefix}${name}-firelens-`, streamId: 'task' };
  return fixed ? { ...log, streamPrefix: fixed, streamId: 'none' } : undefined;
}
