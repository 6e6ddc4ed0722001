import type { Node } from '../formats/node.ts';
import type { Range } from '../document/range.ts';
import type { Certainty } from '../document/certainty.ts';
import type { Service } from '../document/service.ts';
import { anchorOf, type Task } from '../document/task.ts';

/** A task definition, or a service. */
type Launched = Pick<Task, 'launch'>;

export function onFargate(task: Launched): Certainty {
  return task.launch('FARGATE');
}

/** Where a finding about something that Fargate needs and the file lacks is shown: the word FARGATE, where it stands. */
export function fargateAnchor({ fields }: Task): Range {
  const types = fields.list('requiresCompatibilities');
  const node: Node | undefined = types.items.find((item) => item.value === 'FARGATE');
  return node ?? anchorOf(fields);
}

/** CPU units that the containers reserve together. */
export function neededCpu({ containers }: Task): number {
  return containers.reduce((sum, { fields }) => sum + (fields.num('cpu').value ?? 0), 0);
}

/** MiB that the containers reserve together: memoryReservation where it is set, else memory. */
export function neededMemory({ containers }: Task): number {
  return containers.reduce(
    (sum, { fields }) => sum + (fields.num('memoryReservation').value ?? fields.num('memory').value ?? 0),
    0,
  );
}

export function onEc2(task: Launched): Certainty {
  return task.launch('EC2');
}

export function onManagedInstances(task: Launched): Certainty {
  return task.launch('MANAGED_INSTANCES');
}

export function onExternal(task: Launched): Certainty {
  return task.launch('EXTERNAL');
}

export function onWindows(task: Task): Certainty {
  return task.windows;
}

/** Whether the file itself says awsvpc, or Fargate, which has nothing else. */
export function inAwsvpc(task: Task): Certainty {
  if (task.networkMode !== 'awsvpc') return 'no';
  return task.fields.str('networkMode').value === 'awsvpc' ? 'yes' : onFargate(task);
}

/** The weaker of several statements. */
export function allOf(...statements: readonly Certainty[]): Certainty {
  for (const weak of ['no', 'unknown', 'likely'] as const) if (statements.includes(weak)) return weak;
  return 'yes';
}

export function isSure(certainty: Certainty): boolean {
  return certainty === 'yes' || certainty === 'likely';
}

/** Whether the service runs one task on each instance. */
export function asDaemon({ scheduling }: Service): Certainty {
  return scheduling === undefined ? 'unknown' : scheduling === 'DAEMON' ? 'yes' : 'no';
}
