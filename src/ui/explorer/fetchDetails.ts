import { fetchCapacityProviders } from '../../aws/capacityProviders.ts';
import { AwsError } from '../../aws/errors.ts';
import { fetchService } from '../../aws/services.ts';
import { fetchRevisionPage, fetchTaskDefinition } from '../../aws/taskDefinitions.ts';
import { fetchTasksByArn } from '../../aws/tasks.ts';
import type { Subject } from './subject.ts';

/** Everything that AWS says of what a row stands for, as it says it. Throws AwsError notFound when it is gone. */
export async function fetchDetails(subject: Subject, signal?: AbortSignal): Promise<object> {
  const { connection } = subject;
  switch (subject.kind) {
    case 'cluster': {
      const input = {
        clusters: [subject.clusterArn],
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
      return fetchService(connection, subject.clusterArn, subject.serviceArn, signal);
    case 'task':
      return orGone((await fetchTasksByArn(connection, subject.clusterArn, [subject.taskArn], signal))[0]);
    case 'container': {
      const [task] = await fetchTasksByArn(connection, subject.clusterArn, [subject.taskArn], signal);
      return orGone(task?.containers?.find(({ name }) => name === subject.container));
    }
    case 'revision':
      return fetchTaskDefinition(connection, subject.taskDefinitionArn, signal);
    case 'family':
      return fetchRevisionPage(connection, subject.family, { status: 'ACTIVE' }, signal);
    case 'containerInstance': {
      const input = { cluster: subject.clusterArn, containerInstances: [subject.instanceArn] };
      const answer = await connection.read('ecs', 'DescribeContainerInstances', input, signal);
      return orGone(answer.containerInstances?.[0]);
    }
    case 'capacityProvider':
      return orGone((await fetchCapacityProviders(connection, [subject.name], signal))[0]);
  }
}

function orGone<T extends object>(found: T | undefined): T {
  if (found) return found;
  throw new AwsError('notFound', 'ECS no longer knows it.');
}
