import type { Task } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { fetchCapacityProviders } from '../../../aws/read/capacityProviders.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { AwsError } from '../../../aws/errors.ts';
import { fetchPublicAddresses } from '../../../aws/read/networkInterfaces.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { fetchRevisionPage, fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { fetchTasksByArn } from '../../../aws/read/tasks.ts';
import { networkInterface } from '../../../ecs/task/containerPorts.ts';
import type { ContainerResource, TaskResource, Resource } from '../../common/resource.ts';

/** Everything that AWS says of what a row stands for, as it says it. Throws AwsError notFound when it is gone. */
export async function fetchDetails(resource: Resource, signal?: AbortSignal): Promise<object> {
  const { connection } = resource;
  switch (resource.kind) {
    case 'cluster': {
      const input = {
        clusters: [resource.clusterArn],
        include: [
          'ATTACHMENTS' as const,
          'CONFIGURATIONS' as const,
          'SETTINGS' as const,
          'STATISTICS' as const,
          'TAGS' as const,
        ],
      };
      return orGone((await connection.read('ecs', 'DescribeClusters', input, signal)).clusters?.[0]);
    }
    case 'service':
      return fetchService(connection, resource.clusterArn, resource.serviceArn, signal);
    case 'task':
      return withPublicAddress(connection, await fetchTask(resource, signal), signal);
    case 'container': {
      const task = await fetchTask(resource, signal);
      return orGone(task.containers?.find(({ name }) => name === resource.container));
    }
    case 'revision':
      return fetchTaskDefinition(connection, resource.taskDefinitionArn, signal);
    case 'family':
      return fetchRevisionPage(connection, resource.family, { status: 'ACTIVE' }, signal);
    case 'containerInstance': {
      const input = { cluster: resource.clusterArn, containerInstances: [resource.instanceArn] };
      const answer = await connection.read('ecs', 'DescribeContainerInstances', input, signal);
      return orGone(answer.containerInstances?.[0]);
    }
    case 'capacityProvider':
      return orGone((await fetchCapacityProviders(connection, [resource.name], signal))[0]);
  }
}

async function fetchTask({ connection, clusterArn, taskArn }: TaskResource | ContainerResource, signal?: AbortSignal) {
  return orGone((await fetchTasksByArn(connection, clusterArn, [taskArn], signal))[0]);
}

/** Milliseconds: the details do not wait for longer for what they can do without. */
const patience = 3000;

/** The task as ECS says it; its interface's details are joined by the public address, which EC2 alone knows, where it may be asked. */
async function withPublicAddress(connection: Connection, task: Task, signal?: AbortSignal): Promise<Task> {
  const id = networkInterface(task);
  if (id === undefined || task.lastStatus === 'STOPPED') return task;
  const soon = AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]);
  const found = await fetchPublicAddresses(connection, [id], soon).catch(() => undefined);
  const address = found?.get(id);
  if (address === undefined) return task;
  const attachments = task.attachments?.map((attachment) => {
    const isIts = attachment.details?.some(({ value }) => value === id);
    const details = [...(attachment.details ?? []), { name: 'publicIPv4Address', value: address }];
    return isIts ? { ...attachment, details } : attachment;
  });
  return { ...task, attachments };
}

function orGone<T extends object>(found: T | undefined): T {
  if (found) return found;
  throw new AwsError('notFound', l10n.t('ECS no longer knows it.'));
}
