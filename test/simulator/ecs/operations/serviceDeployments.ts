import type {
  ContinueServiceDeploymentRequest,
  ContinueServiceDeploymentResponse,
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse,
  DescribeServiceRevisionsRequest,
  DescribeServiceRevisionsResponse,
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse,
  ServiceDeploymentBrief,
  StopServiceDeploymentRequest,
  StopServiceDeploymentResponse,
} from '@aws-sdk/client-ecs';
import { ServiceError } from '../../http/serviceError.ts';
import { takePage } from '../../limits/pageTokens.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import type { DeploymentRecord } from '../deploymentState.ts';
import type { EcsState } from '../ecsState.ts';
import { invalidParameter, invalidToken } from '../errors.ts';
import type { ServiceState } from '../serviceState.ts';
import { describeServiceDeployment } from './describeServiceDeployment.ts';
import { ecsOf, findCluster, findService } from './lookup.ts';

const PAGE = 20;
const MOST_DESCRIBED = 20;
const STOPPING = new Set(['STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS']);
const KEPT_MS = 90 * 24 * 3_600_000;

export function listServiceDeployments(
  input: ListServiceDeploymentsRequest,
  request: ServiceRequest,
): ListServiceDeploymentsResponse {
  const ecs = ecsOf(request);
  const service = findService(findCluster(ecs, input.cluster), input.service ?? '');
  const { maxResults = PAGE } = input;
  if (maxResults < 1 || maxResults > 100) throw invalidParameter('maxResults should be between 1 and 100.');
  const records = service.history
    .filter((record) => (record.createdAt?.getTime() ?? 0) > ecs.clock.now() - KEPT_MS)
    .filter((record) => !input.status?.length || input.status.includes(record.status))
    .filter((record) => isWithin(record, input.createdAt));
  const place = (record: DeploymentRecord): string =>
    String(1e15 - service.history.length + service.history.indexOf(record));
  const page = takePage(records, place, `ListServiceDeployments ${service.arn}`, maxResults, input.nextToken);
  if (!page) throw invalidToken();
  return { serviceDeployments: page.items.map(brief), nextToken: page.nextToken };
}

/** Dates of an input are epoch seconds, as they came over the wire. */
function isWithin(record: DeploymentRecord, range: ListServiceDeploymentsRequest['createdAt']): boolean {
  const at = (record.createdAt?.getTime() ?? 0) / 1000;
  return at >= Number(range?.after ?? 0) && at <= Number(range?.before ?? Number.POSITIVE_INFINITY);
}

function brief(record: DeploymentRecord): ServiceDeploymentBrief {
  const { serviceDeploymentArn, serviceArn, clusterArn, startedAt, createdAt, finishedAt, status, statusReason } =
    record;
  return {
    serviceDeploymentArn,
    serviceArn,
    clusterArn,
    startedAt,
    createdAt,
    finishedAt,
    targetServiceRevisionArn: record.targetServiceRevision?.arn,
    status,
    statusReason,
  };
}

export function describeServiceDeployments(
  input: DescribeServiceDeploymentsRequest,
  request: ServiceRequest,
): DescribeServiceDeploymentsResponse {
  const arns = input.serviceDeploymentArns ?? [];
  checkCount(arns, 'serviceDeploymentArns');
  const serviceDeployments = [];
  const failures = [];
  for (const arn of new Set(arns)) {
    const found = lookUp(ecsOf(request), arn);
    if (found) serviceDeployments.push(describeServiceDeployment(found.service, found.record));
    else failures.push({ arn, reason: 'MISSING' });
  }
  return { serviceDeployments, failures };
}

export function describeServiceRevisions(
  input: DescribeServiceRevisionsRequest,
  request: ServiceRequest,
): DescribeServiceRevisionsResponse {
  const arns = input.serviceRevisionArns ?? [];
  checkCount(arns, 'serviceRevisionArns');
  const serviceRevisions = [];
  const failures = [];
  for (const arn of new Set(arns)) {
    const revision = serviceOf(ecsOf(request), arn)?.revisions.find((each) => each.serviceRevisionArn === arn);
    if (revision) serviceRevisions.push(revision);
    else failures.push({ arn, reason: 'MISSING' });
  }
  return { serviceRevisions, failures };
}

/** In a state that is stopping already it changes nothing. */
export function stopServiceDeployment(
  input: StopServiceDeploymentRequest,
  request: ServiceRequest,
): StopServiceDeploymentResponse {
  const { service, record } = find(ecsOf(request), input.serviceDeploymentArn);
  const answer = { serviceDeploymentArn: record.serviceDeploymentArn };
  if (STOPPING.has(record.status)) return answer;
  const deployment = service.deployments.find((each) => each.record === record);
  if (!deployment || (record.status !== 'PENDING' && record.status !== 'IN_PROGRESS')) {
    throw new ServiceError(
      'ConflictException',
      `The service deployment cannot be stopped because its status is ${record.status}.`,
    );
  }
  service.scheduler.stopDeployment(deployment, (input.stopType ?? 'ROLLBACK') === 'ROLLBACK');
  return answer;
}

export function continueServiceDeployment(
  input: ContinueServiceDeploymentRequest,
  request: ServiceRequest,
): ContinueServiceDeploymentResponse {
  const { service, record } = find(ecsOf(request), input.serviceDeploymentArn);
  if (!service.scheduler.resolveHook(input.hookId ?? '', input.action ?? 'CONTINUE')) {
    throw invalidParameter('The specified lifecycle hook was not found or is not awaiting an action.');
  }
  return { serviceDeploymentArn: record.serviceDeploymentArn };
}

function checkCount(arns: readonly string[], member: string): void {
  if (arns.length === 0) throw invalidParameter(`${member} cannot be empty.`);
  if (arns.length > MOST_DESCRIBED)
    throw invalidParameter(`${member} cannot have more than ${MOST_DESCRIBED} elements.`);
}

function find(ecs: EcsState, arn = ''): { service: ServiceState; record: DeploymentRecord } {
  const found = lookUp(ecs, arn);
  if (!found) throw new ServiceError('ServiceDeploymentNotFoundException', 'The service deployment was not found.');
  return found;
}

function lookUp(ecs: EcsState, arn: string): { service: ServiceState; record: DeploymentRecord } | undefined {
  const service = serviceOf(ecs, arn);
  const record = service?.history.find((each) => each.serviceDeploymentArn === arn);
  return service && record ? { service, record } : undefined;
}

/** The service that an ARN `…/<cluster>/<service>/<id>` belongs to. */
function serviceOf(ecs: EcsState, arn: string): ServiceState | undefined {
  const [cluster = '', service = ''] = arn.split('/').slice(-3);
  return ecs.clusters.get(cluster)?.services.get(service);
}
