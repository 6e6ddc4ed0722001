import * as model from '@aws-sdk/client-ecs';
import { json11 } from '../http/protocols.ts';
import { reads, writes, type OperationDefinition, type ServiceDefinition } from '../serviceDefinition.ts';
import { describeCapacityProviders } from './operations/capacityProviders.ts';
import * as clusters from './operations/clusters.ts';
import * as hosts from './operations/containerInstances.ts';
import { createService } from './operations/createService.ts';
import { deleteTaskDefinitions } from './operations/deleteTaskDefinitions.ts';
import { executeCommand } from './operations/executeCommand.ts';
import { resourceArn } from './operations/lookup.ts';
import { runTask } from './operations/runTask.ts';
import * as deployments from './operations/serviceDeployments.ts';
import * as services from './operations/services.ts';
import * as tags from './operations/tags.ts';
import { describeTaskSets } from './operations/taskSets.ts';
import * as definitions from './operations/taskDefinitions.ts';
import * as protection from './operations/taskProtection.ts';
import * as tasks from './operations/tasks.ts';
import { updateService } from './operations/updateService.ts';

const operations: Record<string, OperationDefinition> = {
  CreateCluster: writes(clusters.createCluster, 'ecs.clusterModify'),
  DeleteCluster: writes(clusters.deleteCluster, 'ecs.clusterModify'),
  DescribeClusters: reads(clusters.describeClusters, 'ecs.clusterRead'),
  ListClusters: reads(clusters.listClusters, 'ecs.clusterRead'),
  PutClusterCapacityProviders: writes(clusters.putClusterCapacityProviders, 'ecs.clusterModify'),
  UpdateCluster: writes(clusters.updateCluster, 'ecs.clusterModify'),

  CreateService: writes(createService, 'ecs.serviceModify'),
  DeleteService: writes(services.deleteService, 'ecs.serviceModify'),
  DescribeServices: reads(services.describeServices, 'ecs.serviceRead'),
  DescribeTaskSets: reads(describeTaskSets, 'ecs.serviceRead'),
  ListServices: reads(services.listServices, 'ecs.serviceRead'),
  UpdateService: writes(updateService, 'ecs.serviceModify'),

  ContinueServiceDeployment: writes(deployments.continueServiceDeployment, 'ecs.serviceModify'),
  DescribeServiceDeployments: reads(deployments.describeServiceDeployments, 'ecs.deploymentRead'),
  DescribeServiceRevisions: reads(deployments.describeServiceRevisions, 'ecs.revisionRead'),
  ListServiceDeployments: reads(deployments.listServiceDeployments, 'ecs.deploymentRead'),
  StopServiceDeployment: writes(deployments.stopServiceDeployment, 'ecs.serviceModify'),

  DescribeCapacityProviders: reads(describeCapacityProviders, 'ecs.clusterRead'),
  DescribeContainerInstances: reads(hosts.describeContainerInstances, 'ecs.taskRead'),
  ListContainerInstances: reads(hosts.listContainerInstances, 'ecs.taskRead'),
  UpdateContainerInstancesState: writes(hosts.updateContainerInstancesState, 'ecs.taskModify'),

  ListTagsForResource: reads(tags.listTagsForResource, 'ecs.clusterRead'),
  TagResource: writes(tags.tagResource, 'ecs.clusterModify'),
  UntagResource: writes(tags.untagResource, 'ecs.clusterModify'),

  DescribeTasks: reads(tasks.describeTasks, 'ecs.taskRead'),
  ExecuteCommand: writes(executeCommand, 'ecs.taskModify'),
  GetTaskProtection: reads(protection.getTaskProtection, 'ecs.taskRead'),
  ListTasks: reads(tasks.listTasks, 'ecs.taskRead'),
  RunTask: writes(runTask, 'ecs.taskModify'),
  StopTask: writes(tasks.stopTask, 'ecs.taskModify'),
  UpdateTaskProtection: writes(protection.updateTaskProtection, 'ecs.taskModify'),

  DeleteTaskDefinitions: writes(deleteTaskDefinitions, 'ecs.taskDefinitionDelete'),
  DeregisterTaskDefinition: writes(definitions.deregisterTaskDefinition, 'ecs.taskDefinitionModify'),
  DescribeTaskDefinition: reads(definitions.describeTaskDefinition, 'ecs.taskDefinitionRead'),
  ListTaskDefinitionFamilies: reads(definitions.listTaskDefinitionFamilies, 'ecs.taskDefinitionRead'),
  ListTaskDefinitions: reads(definitions.listTaskDefinitions, 'ecs.taskDefinitionRead'),
  RegisterTaskDefinition: writes(definitions.registerTaskDefinition, 'ecs.taskDefinitionModify'),
};

export const ecsService: ServiceDefinition = {
  name: 'ecs',
  protocol: json11,
  model,
  targetPrefix: 'AmazonEC2ContainerServiceV20141113',
  operations: Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name, { resource: resourceArn, ...operation }]),
  ),
};
