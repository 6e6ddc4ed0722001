import * as sdk from '@aws-sdk/client-ecs';
import type { ClientConfig } from './clientConfig.ts';
import { changes, type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.ECSClient(config);

export const operations = {
  DescribeCapacityProviders: reads(sdk.DescribeCapacityProvidersCommand, 'clusterRead'),
  DescribeClusters: reads(sdk.DescribeClustersCommand, 'clusterRead'),
  DescribeContainerInstances: reads(sdk.DescribeContainerInstancesCommand, 'taskRead'),
  DescribeServiceDeployments: reads(sdk.DescribeServiceDeploymentsCommand, 'serviceDeployment'),
  DescribeServiceRevisions: reads(sdk.DescribeServiceRevisionsCommand, 'serviceRevision'),
  DescribeServices: reads(sdk.DescribeServicesCommand, 'serviceRead'),
  DescribeTaskDefinition: reads(sdk.DescribeTaskDefinitionCommand, 'taskDefinitionRead'),
  DescribeTasks: reads(sdk.DescribeTasksCommand, 'taskRead'),
  ListClusters: reads(sdk.ListClustersCommand, 'clusterRead'),
  ListContainerInstances: reads(sdk.ListContainerInstancesCommand, 'taskRead'),
  ListServiceDeployments: reads(sdk.ListServiceDeploymentsCommand, 'serviceDeployment'),
  ListServices: reads(sdk.ListServicesCommand, 'serviceRead'),
  ListTaskDefinitionFamilies: reads(sdk.ListTaskDefinitionFamiliesCommand, 'taskDefinitionRead'),
  ListTaskDefinitions: reads(sdk.ListTaskDefinitionsCommand, 'taskDefinitionRead'),
  ListTasks: reads(sdk.ListTasksCommand, 'taskRead'),

  ContinueServiceDeployment: changes(sdk.ContinueServiceDeploymentCommand),
  CreateCluster: changes(sdk.CreateClusterCommand),
  CreateService: changes(sdk.CreateServiceCommand),
  DeleteCluster: changes(sdk.DeleteClusterCommand),
  DeleteService: changes(sdk.DeleteServiceCommand),
  DeleteTaskDefinitions: changes(sdk.DeleteTaskDefinitionsCommand),
  DeregisterTaskDefinition: changes(sdk.DeregisterTaskDefinitionCommand),
  RegisterTaskDefinition: changes(sdk.RegisterTaskDefinitionCommand),
  RunTask: changes(sdk.RunTaskCommand),
  StopServiceDeployment: changes(sdk.StopServiceDeploymentCommand),
  StopTask: changes(sdk.StopTaskCommand),
  TagResource: changes(sdk.TagResourceCommand),
  UntagResource: changes(sdk.UntagResourceCommand),
  UpdateService: changes(sdk.UpdateServiceCommand),
} satisfies OperationTable<typeof sdk>;
