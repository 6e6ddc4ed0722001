import type { Service, Task, TaskDefinition } from '@aws-sdk/client-ecs';
import { fetchReach } from '../aws/read/network/reach.ts';
import { type NetworkSubject, subjectOf, subjectOfTask } from '../network/subject.ts';
import type { ReadFact, Reader } from './reader.ts';

/** Whether the network of the service, or of a task that none started, leads to what its tasks need. */
export const readReach: Reader<'reach'> = async (connection, { task }, signal, read) => {
  // A task that a service started stands where its service does, also when its interface is gone.
  const [definition, service] = await Promise.all([read('definition'), read('service')]);
  const subject = definition && subjectFor(task, service, definition, connection.region);
  if (!subject) return undefined;
  const cluster = task?.clusterArn ?? service?.clusterArn ?? '';
  const placed = await withInstances(subject, read);
  const { reach } = await fetchReach(connection, placed, { accountId: cluster.split(':')[4], signal });
  return reach;
};

function subjectFor(
  task: Task | undefined,
  service: Service | undefined,
  definition: TaskDefinition,
  region: string,
): NetworkSubject | undefined {
  if (service) return subjectOf(service, definition, { region });
  return task && subjectOfTask(task, definition, { region });
}

async function withInstances(subject: NetworkSubject, read: ReadFact): Promise<NetworkSubject> {
  const { launch } = subject.placement;
  if (launch !== 'EC2' && launch !== 'MANAGED_INSTANCES') return subject;
  const instances = (await read('instances')) ?? [];
  return { ...subject, instanceIds: instances.flatMap(({ ec2InstanceId }) => ec2InstanceId ?? []) };
}
