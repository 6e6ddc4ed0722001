import type {
  DeleteServiceRequest,
  DeleteServiceResponse,
  DescribeServicesRequest,
  DescribeServicesResponse,
  ListServicesRequest,
  ListServicesResponse,
} from '@aws-sdk/client-ecs';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { clusterNotFound, invalidParameter } from '../errors.ts';
import { describeService } from './describeService.ts';
import { ecsOf, findCluster, findService, lookUpService, missingArn } from './lookup.ts';
import { pageOfArns } from './paging.ts';
import { checkActive } from './serviceChecks.ts';

const DEFAULT_PAGE = 10;
const MOST_DESCRIBED = 10;

export function listServices(input: ListServicesRequest, request: ServiceRequest): ListServicesResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  const services = cluster
    .activeServices()
    .filter((service) => input.launchType === undefined || service.spec.launchType === input.launchType)
    .filter((service) => !input.schedulingStrategy || service.settings.schedulingStrategy === input.schedulingStrategy);
  const page = pageOfArns(
    services.map((service) => service.arn),
    `ListServices ${cluster.name}`,
    input,
    DEFAULT_PAGE,
  );
  return { serviceArns: page.items, nextToken: page.nextToken };
}

/** INACTIVE services are still described. */
export function describeServices(input: DescribeServicesRequest, request: ServiceRequest): DescribeServicesResponse {
  const names = input.services ?? [];
  if (names.length === 0) throw invalidParameter('Services cannot be empty.');
  if (names.length > MOST_DESCRIBED) throw invalidParameter('Services cannot have more than 10 elements.');
  const ecs = ecsOf(request);
  const cluster = ecs.findCluster(input.cluster ?? 'default');
  if (!cluster) throw clusterNotFound();
  const services = [];
  const failures = [];
  for (const name of new Set(names)) {
    const service = lookUpService(cluster, name);
    if (service) services.push(describeService(service, input.include?.includes('TAGS')));
    else failures.push({ arn: missingArn(ecs, 'service', cluster, name), reason: 'MISSING' });
  }
  return { services, failures };
}

export function deleteService(input: DeleteServiceRequest, request: ServiceRequest): DeleteServiceResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  const service = findService(cluster, input.service ?? '');
  checkActive(service);
  if (!input.force && service.settings.schedulingStrategy === 'REPLICA') {
    if (service.desiredCount > 0) throw invalidParameter('The service cannot be stopped while it is scaled above 0.');
    if (service.deployments.length > 1)
      throw invalidParameter('The service cannot be stopped while deployments are active.');
  }
  service.status = 'DRAINING';
  service.desiredCount = 0;
  service.scheduler.poke();
  return { service: describeService(service, true) };
}
