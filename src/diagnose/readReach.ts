import type { Service, Task, TaskDefinition } from '@aws-sdk/client-ecs';
import type { Connection } from '../aws/connection/connection.ts';
import { fetchContainerInstances } from '../aws/read/containerInstances.ts';
import { fetchReach } from '../aws/read/network/reach.ts';
import { findService } from '../aws/read/services.ts';
import type { Facts, ReachFacts } from '../ecs/diagnosis/facts.ts';
import { serviceNameOf } from '../ecs/task/serviceNameOf.ts';
import { type NetworkSubject, subjectOf, subjectOfTask } from '../network/subject.ts';
import { readDefinition } from './readDefinition.ts';

/** Whether the network of the service, or of a task that none started, leads to what its tasks need. */
export async function readReach(
  connection: Connection,
  facts: Facts,
  signal: AbortSignal,
): Promise<readonly ReachFacts[] | undefined> {
  const [definition, service] = await Promise.all([
    readDefinition(connection, facts, signal),
    serviceOf(connection, facts, signal),
  ]);
  const subject = definition && subjectFor(facts.task, service, definition, connection.region);
  if (!subject) return undefined;
  const cluster = facts.task?.clusterArn ?? service?.clusterArn ?? '';
  const placed = await withInstances(connection, subject, cluster, signal);
  const { reach } = await fetchReach(connection, placed, { accountId: cluster.split(':')[4], signal });
  return reach;
}

/** A task that a service started stands where its service does, also when its interface is gone. */
function serviceOf(
  connection: Connection,
  { task, service }: Facts,
  signal: AbortSignal,
): Promise<Service | undefined> | Service | undefined {
  const name = task && serviceNameOf(task);
  if (service || !name) return service;
  return findService(connection, task.clusterArn ?? '', name, signal);
}

function subjectFor(
  task: Task | undefined,
  service: Service | undefined,
  definition: TaskDefinition,
  region: string,
): NetworkSubject | undefined {
  if (service) return subjectOf(service, definition, { region });
  return task && subjectOfTask(task, definition, { region });
}

async function withInstances(
  connection: Connection,
  subject: NetworkSubject,
  cluster: string,
  signal: AbortSignal,
): Promise<NetworkSubject> {
  const { launch } = subject.placement;
  if (launch !== 'EC2' && launch !== 'MANAGED_INSTANCES') return subject;
  const instances = await fetchContainerInstances(connection, cluster, signal);
  return { ...subject, instanceIds: instances.flatMap(({ ec2InstanceId }) => ec2InstanceId ?? []) };
}
