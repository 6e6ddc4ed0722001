import type {
  DeregisterTaskDefinitionRequest,
  DeregisterTaskDefinitionResponse,
  DescribeTaskDefinitionRequest,
  DescribeTaskDefinitionResponse,
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse,
  ListTaskDefinitionsRequest,
  ListTaskDefinitionsResponse,
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse,
} from '@aws-sdk/client-ecs';
import { checkAction } from '../../http/authorize.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { clientError } from '../errors.ts';
import type { Revision } from '../taskDefinitions/taskDefinitionStore.ts';
import { checkTaskDefinition } from '../taskDefinitions/checkTaskDefinition.ts';
import { ecsOf } from './lookup.ts';
import { pageOfArns } from './paging.ts';

export function registerTaskDefinition(
  input: RegisterTaskDefinitionRequest,
  request: ServiceRequest,
): RegisterTaskDefinitionResponse {
  checkTaskDefinition(input);
  for (const role of [input.taskRoleArn, input.executionRoleArn]) if (role) checkAction('iam:PassRole', role, request);
  const ecs = ecsOf(request);
  const revision = ecs.taskDefinitions.register(input, {
    registeredAt: ecs.clock.date(),
    registeredBy: request.credential.arn,
  });
  return { taskDefinition: revision.data, ...(revision.tags.length > 0 ? { tags: revision.tags } : {}) };
}

/** A family alone means its newest ACTIVE revision; INACTIVE ones are still described. */
export function describeTaskDefinition(
  input: DescribeTaskDefinitionRequest,
  request: ServiceRequest,
): DescribeTaskDefinitionResponse {
  const revision = ecsOf(request).taskDefinitions.find(input.taskDefinition ?? '');
  if (!revision) throw clientError('Unable to describe task definition.');
  return { taskDefinition: revision.data, ...(input.include?.includes('TAGS') ? { tags: revision.tags } : {}) };
}

export function deregisterTaskDefinition(
  input: DeregisterTaskDefinitionRequest,
  request: ServiceRequest,
): DeregisterTaskDefinitionResponse {
  const ecs = ecsOf(request);
  const reference = input.taskDefinition ?? '';
  const named = /:\d+$/.test(reference) ? ecs.taskDefinitions.find(reference) : undefined;
  if (!named) throw clientError('The specified task definition does not exist.');
  if (named.data.status === 'ACTIVE') {
    named.data.status = 'INACTIVE';
    named.data.deregisteredAt = ecs.clock.date();
  }
  return { taskDefinition: named.data };
}

export function listTaskDefinitions(
  input: ListTaskDefinitionsRequest,
  request: ServiceRequest,
): ListTaskDefinitionsResponse {
  const { status = 'ACTIVE', sort = 'ASC', familyPrefix } = input;
  const revisions = ecsOf(request)
    .taskDefinitions.all()
    .filter((revision) => revision.data.status === status)
    .filter((revision) => familyPrefix === undefined || revision.data.family === familyPrefix);
  const direction = sort === 'DESC' ? -1 : 1;
  const page = pageOfArns(
    revisions.map((revision) => revision.data.taskDefinitionArn),
    `ListTaskDefinitions ${familyPrefix} ${status} ${sort}`,
    input,
    100,
    (a, b) => byFamilyAndRevision(a, b) * direction,
  );
  return { taskDefinitionArns: page.items, nextToken: page.nextToken };
}

export function listTaskDefinitionFamilies(
  input: ListTaskDefinitionFamiliesRequest,
  request: ServiceRequest,
): ListTaskDefinitionFamiliesResponse {
  const { familyPrefix = '', status = 'ACTIVE' } = input;
  const store = ecsOf(request).taskDefinitions;
  const names = [...store.families.keys()]
    .filter((name) => name.startsWith(familyPrefix))
    .filter((name) => status === 'ALL' || isActive(store.revisions(name)) === (status === 'ACTIVE'));
  const page = pageOfArns(names, `ListTaskDefinitionFamilies ${familyPrefix} ${status}`, input);
  return { families: page.items, nextToken: page.nextToken };
}

function isActive(revisions: Revision[]): boolean {
  return revisions.some((revision) => revision.data.status === 'ACTIVE');
}

function byFamilyAndRevision(a: string, b: string): number {
  const [familyA, numberA] = split(a);
  const [familyB, numberB] = split(b);
  if (familyA !== familyB) return familyA < familyB ? -1 : 1;
  return numberA - numberB;
}

function split(arn: string): [family: string, revision: number] {
  const colon = arn.lastIndexOf(':');
  return [arn.slice(0, colon), Number(arn.slice(colon + 1))];
}
