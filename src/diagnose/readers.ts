import { fetchContainerInstances } from '../aws/read/containerInstances.ts';
import { fetchServiceDeploymentBriefs, fetchServiceDeployments } from '../aws/read/serviceDeployments.ts';
import { findService } from '../aws/read/services.ts';
import { fetchStoppedTasks } from '../aws/read/stoppedTasks.ts';
import { fetchTaskDefinition } from '../aws/read/taskDefinitions.ts';
import { decidingContainer } from '../ecs/diagnosis/causes/exit.ts';
import type { FactName } from '../ecs/diagnosis/facts.ts';
import { serviceNameOf } from '../ecs/task/serviceNameOf.ts';
import { fetchLastLines } from '../logs/taskLogLines.ts';
import type { Reader } from './reader.ts';
import { readImages } from './readImages.ts';
import { readReach } from './readReach.ts';
import { readRoles } from './readRoles.ts';
import { readTargets } from './readTargets.ts';

/** How many of the last lines a person can take in at once. */
const lines = 20;

/** One reader for each fact: each costs the fewest calls that tell it, and reads only. */
export const readers: { readonly [Fact in FactName]: Reader<Fact> } = {
  async definition(connection, { task, service }, signal) {
    const arn = task?.taskDefinitionArn ?? service?.taskDefinition;
    return arn === undefined ? undefined : (await fetchTaskDefinition(connection, arn, signal)).taskDefinition;
  },
  async logs(connection, facts, signal) {
    if (!facts.task) return undefined;
    const tails = await fetchLastLines(connection, facts.task, { lines, signal });
    const first = decidingContainer(facts)?.name;
    return tails.toSorted((a, b) => Number(b.container === first) - Number(a.container === first));
  },
  async service(connection, { task }, signal) {
    const name = task && serviceNameOf(task);
    return name ? findService(connection, task.clusterArn ?? '', name, signal) : undefined;
  },
  async stoppedTasks(connection, { task, service }, signal) {
    const name = service?.serviceName ?? (task && serviceNameOf(task));
    const cluster = service?.clusterArn ?? task?.clusterArn;
    if (!name || !cluster) return undefined;
    return fetchStoppedTasks(connection, { cluster, service: name }, signal);
  },
  async record(connection, { service, deploymentId }, signal) {
    const { clusterArn: cluster = '', serviceArn = '' } = service ?? {};
    if (!serviceArn || deploymentId === undefined) return undefined;
    const query = { cluster, service: serviceArn, limit: 1 };
    const [newest] = await fetchServiceDeploymentBriefs(connection, query, signal);
    const arns = newest?.serviceDeploymentArn ? [newest.serviceDeploymentArn] : [];
    return (await fetchServiceDeployments(connection, arns, signal))[0];
  },
  targets: readTargets,
  images: readImages,
  roles: readRoles,
  reach: readReach,
  async instances(connection, { task, service }, signal) {
    const cluster = task?.clusterArn ?? service?.clusterArn;
    return cluster === undefined ? undefined : fetchContainerInstances(connection, cluster, signal);
  },
};
