import { AwsError } from '../../aws/errors.ts';
import { fetchStoppedTasks } from '../../aws/read/stoppedTasks.ts';
import { diagnoseStop } from '../../ecs/diagnosis/stopDiagnosis.ts';
import { failedTasks } from '../../ecs/task/deploymentTasks.ts';
import { groupFailures, groupTitle } from './groupFailures.ts';
import type { FollowedDeployment } from './followedDeployment.ts';

/** Why the tasks of a deployment failed, in a few words: `3 tasks: image not found.` Empty where that is not known. */
export async function failureText({ connection, deployment }: FollowedDeployment): Promise<string> {
  const { clusterArn: cluster, serviceName: service, deploymentId } = deployment;
  try {
    const stopped = await fetchStoppedTasks(connection, { cluster, service });
    const failures = failedTasks(stopped, deploymentId).map(diagnoseStop);
    const known = groupFailures(failures).filter(([{ cause }]) => cause !== undefined);
    return known.map((group) => `${groupTitle(group)}.`).join(' ');
  } catch (error) {
    // The deployment has failed all the same, and that is what has to be said.
    if (error instanceof AwsError) return '';
    throw error;
  }
}
