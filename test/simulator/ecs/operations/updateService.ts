import type { DeploymentConfiguration, UpdateServiceRequest, UpdateServiceResponse } from '@aws-sdk/client-ecs';
import { checkAction } from '../../http/authorize.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { invalidParameter } from '../errors.ts';
import { beginDeployment } from '../scheduler/deployments.ts';
import { checkDeployment } from '../serviceDefinitions/checkServiceInput.ts';
import type { ServiceSpec } from '../serviceSpec.ts';
import type { ServiceState } from '../serviceState.ts';
import type { ServiceInput } from '../serviceDefinitions/rule.ts';
import type { Revision } from '../taskDefinitions/taskDefinitionStore.ts';
import { fargatePlatform, sameSpec, withAssignPublicIp, withDefaults } from './newService.ts';
import { describeService } from './describeService.ts';
import { ecsOf, findCluster, findService } from './lookup.ts';
import { checkActive, checkSpec, findDefinition } from './serviceChecks.ts';

/** Changes a service. Another spec (or `forceNewDeployment`) makes a deployment, another desired count alone does not. */
export function updateService(input: UpdateServiceRequest, request: ServiceRequest): UpdateServiceResponse {
  const ecs = ecsOf(request);
  const cluster = findCluster(ecs, input.cluster);
  const service = findService(cluster, input.service ?? '');
  checkActive(service);
  checkController(service, input);
  if (input.deploymentConfiguration || input.loadBalancers || input.availabilityZoneRebalancing)
    checkDeployment(deployedAs(service, input));
  const revision = input.taskDefinition === undefined ? undefined : findDefinition(ecs, input.taskDefinition);
  if (revision) checkPassRole(revision, request);
  const current = ecs.taskDefinitions.find(service.spec.taskDefinition);
  const spec = updatedSpec(service, input, revision);
  const definition = revision?.data ?? current?.data;
  if (definition) checkSpec(spec, definition);
  if (input.enableExecuteCommand && definition && definition.taskRoleArn === undefined) {
    throw invalidParameter(
      "The service couldn't be updated because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
    );
  }
  updateSettings(service, input);
  if (input.desiredCount !== undefined) service.desiredCount = input.desiredCount;
  if (input.forceNewDeployment || !sameSpec(spec, service.spec)) beginDeployment(service, spec);
  service.scheduler.changed();
  return { service: describeService(service, true) };
}

/** What an update would leave of the members that have to do with deployments. */
function deployedAs({ spec, settings }: ServiceState, input: UpdateServiceRequest): ServiceInput {
  const { deploymentController, schedulingStrategy, placementConstraints } = settings;
  return {
    deploymentController,
    schedulingStrategy,
    placementConstraints,
    launchType: spec.launchType,
    loadBalancers: input.loadBalancers ?? spec.loadBalancers,
    availabilityZoneRebalancing: input.availabilityZoneRebalancing ?? settings.availabilityZoneRebalancing,
    deploymentConfiguration: changed(settings.deploymentConfiguration, input.deploymentConfiguration),
    ...(deploymentController?.type === 'EXTERNAL' ? { launchType: undefined, loadBalancers: undefined } : {}),
  };
}

const CODE_DEPLOY_FIELDS = [
  'taskDefinition',
  'networkConfiguration',
  'platformVersion',
  'loadBalancers',
  'launchType',
] as const;

function checkController(service: ServiceState, input: UpdateServiceRequest): void {
  const type = service.settings.deploymentController.type ?? 'ECS';
  if (type === 'CODE_DEPLOY') {
    if (input.taskDefinition !== undefined) {
      throw invalidParameter(
        'Unable to update task definition on services with a CODE_DEPLOY deployment controller. Please use Code Deploy to trigger a new deployment.',
      );
    }
    if (input.forceNewDeployment) {
      throw invalidParameter(
        'Cannot force a new deployment on services with a CODE_DEPLOY deployment controller. Please use Code Deploy to trigger a new deployment.',
      );
    }
    const changed = CODE_DEPLOY_FIELDS.find((field) => Object.hasOwn(input, field));
    if (changed)
      throw invalidParameter(`Unable to update ${changed} on services with a CODE_DEPLOY deployment controller.`);
  }
  if (type === 'EXTERNAL' && (input.taskDefinition !== undefined || input.forceNewDeployment)) {
    throw invalidParameter(
      'Cannot update task definition on services with an EXTERNAL deployment controller. Create a task set instead.',
    );
  }
}

function checkPassRole(revision: Revision, request: ServiceRequest): void {
  for (const role of [revision.data.taskRoleArn, revision.data.executionRoleArn]) {
    if (role !== undefined) checkAction('iam:PassRole', role, request);
  }
}

function updatedSpec(service: ServiceState, input: UpdateServiceRequest, revision: Revision | undefined): ServiceSpec {
  const { spec } = service;
  const strategy = input.capacityProviderStrategy?.length ? input.capacityProviderStrategy : undefined;
  return {
    ...spec,
    ...(revision ? { taskDefinition: revision.data.taskDefinitionArn } : {}),
    ...(strategy ? { capacityProviderStrategy: strategy, launchType: undefined } : {}),
    ...(input.platformVersion === undefined ? {} : fargatePlatform(input.platformVersion)),
    ...(input.networkConfiguration ? { networkConfiguration: withAssignPublicIp(input.networkConfiguration) } : {}),
    ...(input.loadBalancers ? { loadBalancers: input.loadBalancers } : {}),
    ...(input.serviceRegistries ? { serviceRegistries: input.serviceRegistries } : {}),
    ...(input.serviceConnectConfiguration ? { serviceConnectConfiguration: input.serviceConnectConfiguration } : {}),
    ...(input.volumeConfigurations ? { volumeConfigurations: input.volumeConfigurations } : {}),
    ...(input.vpcLatticeConfigurations ? { vpcLatticeConfigurations: input.vpcLatticeConfigurations } : {}),
  };
}

function updateSettings(service: ServiceState, input: UpdateServiceRequest): void {
  const { settings } = service;
  const daemon = settings.schedulingStrategy === 'DAEMON';
  if (input.deploymentConfiguration) {
    settings.deploymentConfiguration = withDefaults(
      changed(settings.deploymentConfiguration, input.deploymentConfiguration),
      daemon,
    );
  }
  if (input.deploymentController) settings.deploymentController = input.deploymentController;
  settings.enableExecuteCommand = input.enableExecuteCommand ?? settings.enableExecuteCommand;
  settings.enableECSManagedTags = input.enableECSManagedTags ?? settings.enableECSManagedTags;
  settings.propagateTags = input.propagateTags ?? settings.propagateTags;
  settings.availabilityZoneRebalancing = input.availabilityZoneRebalancing ?? settings.availabilityZoneRebalancing;
  settings.healthCheckGracePeriodSeconds =
    input.healthCheckGracePeriodSeconds ?? settings.healthCheckGracePeriodSeconds;
  settings.placementConstraints = input.placementConstraints ?? settings.placementConstraints;
  settings.placementStrategy = input.placementStrategy ?? settings.placementStrategy;
}

/** A deployment configuration after a change: another strategy leaves the steps of the one before it behind. */
function changed(
  before: DeploymentConfiguration | undefined,
  change: DeploymentConfiguration | undefined,
): DeploymentConfiguration {
  const isOther = change?.strategy !== undefined && change.strategy !== before?.strategy;
  const kept = isOther ? { ...before, linearConfiguration: undefined, canaryConfiguration: undefined } : before;
  return { ...kept, ...change };
}
