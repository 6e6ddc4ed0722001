import type { Connection } from '../aws/connection/connection.ts';
import { fetchContainerInstances } from '../aws/read/containerInstances.ts';
import { fetchServiceDeploymentBriefs, fetchServiceDeployments } from '../aws/read/serviceDeployments.ts';
import { fetchService } from '../aws/read/services.ts';
import { fetchStoppedTasks } from '../aws/read/stoppedTasks.ts';
import { decidingContainer } from '../ecs/diagnosis/causes/exit.ts';
import type { FactName, Facts, LookedUpFacts } from '../ecs/diagnosis/facts.ts';
import { serviceNameOf } from '../ecs/task/serviceNameOf.ts';
import { fetchLastLines } from '../logs/taskLogLines.ts';
import { readDefinition } from './readDefinition.ts';
import { readImages } from './readImages.ts';
import { readReach } from './readReach.ts';
import { readRoles } from './readRoles.ts';
import { readTargets } from './readTargets.ts';

/** Looks one fact up; undefined where there is none to look up. */
type Reader<Fact extends FactName> = (
  connection: Connection,
  facts: Facts,
  signal: AbortSignal,
) => Promise<LookedUpFacts[Fact] | undefined>;

/** How many of the last lines a person can take in at once. */
const lines = 20;

/** One reader for each fact: each costs the fewest calls that tell it, and reads only. */
export const readers: { readonly [Fact in FactName]: Reader<Fact> } = {
  definition: readDefinition,
  async logs(connection, facts, signal) {
    if (!facts.task) return undefined;
    const tails = await fetchLastLines(connection, facts.task, { lines, signal });
    const first = decidingContainer(facts)?.name;
    return tails.toSorted((a, b) => Number(b.container === first) - Number(a.container === first));
  },
  async service(connection, { task, service }, signal) {
    const name = task && serviceNameOf(task);
    if (service || !name) return service;
    return fetchService(connection, task.clusterArn ?? '', name, signal);
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
