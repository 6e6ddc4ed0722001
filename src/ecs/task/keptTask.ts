import type { Attachment, Container, Task } from '@aws-sdk/client-ecs';
import { interfaceDetail, networkInterface } from './containerPorts.ts';

/**
 * The members of a task that rows show. A described task is five times as large, and a cluster can have thousands;
 * whoever needs the rest describes the task again.
 */
export function keptTask(task: Task): Task {
  const { taskArn, clusterArn, taskDefinitionArn, group, startedBy, lastStatus, desiredStatus, healthStatus } = task;
  const { createdAt, startedAt, stoppedAt, stopCode, stoppedReason, cpu, memory, launchType } = task;
  const { capacityProviderName, availabilityZone, containerInstanceArn, enableExecuteCommand } = task;
  return {
    taskArn,
    clusterArn: shared(clusterArn),
    taskDefinitionArn: shared(taskDefinitionArn),
    group: shared(group),
    startedBy: shared(startedBy),
    lastStatus: shared(lastStatus),
    desiredStatus: shared(desiredStatus),
    healthStatus,
    createdAt,
    startedAt,
    stoppedAt,
    stopCode,
    stoppedReason: shared(stoppedReason),
    cpu: shared(cpu),
    memory: shared(memory),
    launchType,
    capacityProviderName: shared(capacityProviderName),
    availabilityZone: shared(availabilityZone),
    containerInstanceArn: shared(containerInstanceArn),
    enableExecuteCommand,
    attachments: keptAttachments(task),
    containers: task.containers?.map(keptContainer),
  };
}

/** Of a task that runs, the id of its network interface. */
function keptAttachments(task: Task): Attachment[] | undefined {
  const id = task.lastStatus === 'STOPPED' ? undefined : networkInterface(task);
  return id === undefined ? undefined : [{ details: [{ name: interfaceDetail, value: id }] }];
}

function keptContainer(container: Container): Container {
  const { name, image, imageDigest, lastStatus, healthStatus, exitCode, reason, networkBindings } = container;
  return {
    name: shared(name),
    image: shared(image),
    imageDigest: shared(imageDigest),
    lastStatus: shared(lastStatus),
    healthStatus,
    exitCode,
    reason: shared(reason),
    networkBindings: networkBindings?.length ? networkBindings : undefined,
    networkInterfaces: container.networkInterfaces?.map(({ privateIpv4Address }) => ({ privateIpv4Address })),
  };
}

/** Texts that many tasks have in common, each kept once; cleared when it has grown beyond what is common. */
const texts = new Map<string, string>();

function shared<T extends string>(text: T | undefined): T | undefined {
  if (text === undefined) return undefined;
  const known = texts.get(text);
  if (known !== undefined) return known as T;
  if (texts.size > 5000) texts.clear();
  texts.set(text, text);
  return text;
}
