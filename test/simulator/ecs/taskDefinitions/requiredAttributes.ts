import type { Attribute, ContainerDefinition, TaskDefinition } from '@aws-sdk/client-ecs';

const ECR = /^\d{12}\.dkr[.-]ecr/;

/** What a container instance must be able to do to run the definition, as the service derives it. */
export function requiredAttributes(definition: TaskDefinition): Attribute[] {
  const names = new Set<string>();
  for (const container of definition.containerDefinitions ?? []) addContainer(names, container, definition);
  if (definition.taskRoleArn) names.add(capability('task-iam-role'));
  if (definition.taskRoleArn && definition.networkMode === 'host') names.add(capability('task-iam-role-network-host'));
  if (definition.networkMode === 'awsvpc') {
    names.add(capability('docker-remote-api.1.18'));
    names.add('ecs.capability.task-eni');
  }
  if (definition.pidMode || definition.ipcMode) names.add('ecs.capability.pid-ipc-namespace-sharing');
  if (definition.volumes?.some((volume) => volume.efsVolumeConfiguration)) names.add('ecs.capability.efs');
  if (definition.runtimePlatform) names.add(capability('docker-remote-api.1.29'));
  return [...names].map((name) => ({ name }));
}

function addContainer(names: Set<string>, container: ContainerDefinition, definition: TaskDefinition): void {
  const driver = container.logConfiguration?.logDriver;
  if (driver && driver !== 'awsfirelens') names.add(capability(`logging-driver.${driver}`));
  // A start period came to Docker later than health checks themselves.
  if (container.healthCheck)
    names.add(capability(`docker-remote-api.${container.healthCheck.startPeriod ? '1.29' : '1.24'}`));
  if (driver === 'awslogs') addAwslogs(names, container, definition);
  if (ECR.test(container.image ?? '')) names.add(capability('ecr-auth'));
  if (driver === 'awslogs') names.add(capability('docker-remote-api.1.19'));
  if (container.memoryReservation) names.add(capability('docker-remote-api.1.21'));
  if (container.privileged) names.add(capability('privileged-container'));
  if (container.healthCheck) names.add('ecs.capability.container-health-check');
  if (container.dependsOn?.length) names.add('ecs.capability.container-ordering');
  if (ECR.test(container.image ?? '') && definition.executionRoleArn)
    names.add('ecs.capability.execution-role-ecr-pull');
  for (const secret of container.secrets ?? []) {
    const store = secret.valueFrom?.includes(':secretsmanager:') ? 'asm' : 'ssm';
    names.add(`ecs.capability.secrets.${store}.environment-variables`);
  }
  if (container.environmentFiles?.length) names.add('ecs.capability.env-files.s3');
  if (container.firelensConfiguration) names.add(`ecs.capability.firelens.${container.firelensConfiguration.type}`);
}

function addAwslogs(names: Set<string>, container: ContainerDefinition, definition: TaskDefinition): void {
  if (definition.executionRoleArn) names.add('ecs.capability.execution-role-awslogs');
  const options = container.logConfiguration?.options ?? {};
  if (options['mode']) names.add(capability('docker-remote-api.1.28'));
}

function capability(name: string): string {
  return `com.amazonaws.ecs.capability.${name}`;
}
