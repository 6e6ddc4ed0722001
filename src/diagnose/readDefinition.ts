import type { TaskDefinition } from '@aws-sdk/client-ecs';
import type { Connection } from '../aws/connection/connection.ts';
import { fetchTaskDefinition } from '../aws/read/taskDefinitions.ts';
import type { Facts } from '../ecs/diagnosis/facts.ts';

/** The task definition of the task or service that is asked about. */
export async function readDefinition(
  connection: Connection,
  { task, service, definition }: Facts,
  signal: AbortSignal,
): Promise<TaskDefinition | undefined> {
  const arn = task?.taskDefinitionArn ?? service?.taskDefinition;
  if (definition || arn === undefined) return definition;
  return (await fetchTaskDefinition(connection, arn, signal)).taskDefinition;
}
