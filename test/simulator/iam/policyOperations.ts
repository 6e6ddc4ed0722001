import { ServiceError } from '../http/serviceError.ts';
import type { ServiceRequest } from '../serviceDefinition.ts';
import { managedPolicyText } from './policies.ts';
import { findRole, noSuch, policyOf } from './roleOperations.ts';

interface OfRole {
  RoleName?: string;
  PolicyName?: string;
  PolicyArn?: string;
  PolicyDocument?: string;
}

export function listRolePolicies({ RoleName: name = '' }: OfRole, request: ServiceRequest): object {
  return { PolicyNames: [...findRole(name, request).inline.keys()].sort(), IsTruncated: false };
}

export function getRolePolicy(
  { RoleName: name = '', PolicyName: policy = '' }: OfRole,
  request: ServiceRequest,
): object {
  const text = findRole(name, request).inline.get(policy);
  if (text === undefined) throw noSuch(`The role policy with name ${policy} cannot be found.`);
  return { RoleName: name, PolicyName: policy, PolicyDocument: encodeURIComponent(text) };
}

export function listAttachedRolePolicies({ RoleName: name = '' }: OfRole, request: ServiceRequest): object {
  const attached = [...findRole(name, request).attached];
  const AttachedPolicies = attached.map((arn) => ({ PolicyName: arn.split('/').at(-1), PolicyArn: arn }));
  return { AttachedPolicies, IsTruncated: false };
}

export function getPolicy({ PolicyArn: arn = '' }: OfRole, request: ServiceRequest): object {
  textOf(arn, request);
  const name = arn.split('/').at(-1);
  return {
    Policy: { PolicyName: name, Arn: arn, Path: '/', DefaultVersionId: 'v1', AttachmentCount: 1, IsAttachable: true },
  };
}

export function getPolicyVersion(
  { PolicyArn: arn = '', VersionId: id = '' }: OfRole & { VersionId?: string },
  request: ServiceRequest,
): object {
  const text = textOf(arn, request);
  if (id !== 'v1') throw noSuch(`Policy ${arn} version ${id} does not exist or is not attachable.`);
  return { PolicyVersion: { Document: encodeURIComponent(text), VersionId: id, IsDefaultVersion: true } };
}

export function putRolePolicy(input: OfRole, request: ServiceRequest): object {
  const { RoleName: name = '', PolicyName: policy = '', PolicyDocument: text = '' } = input;
  const role = findRole(name, request);
  const most = 10_240;
  if (JSON.stringify(policyOf(text)).length > most)
    throw new ServiceError('LimitExceeded', `Maximum policy size of ${most} bytes exceeded for role ${name}`, {
      status: 409,
    });
  role.inline.set(policy, text);
  return {};
}

export function attachRolePolicy(
  { RoleName: name = '', PolicyArn: arn = '' }: OfRole,
  request: ServiceRequest,
): object {
  const role = findRole(name, request);
  textOf(arn, request);
  role.attached.add(arn);
  return {};
}

export function deleteRolePolicy(
  { RoleName: name = '', PolicyName: policy = '' }: OfRole,
  request: ServiceRequest,
): object {
  if (!findRole(name, request).inline.delete(policy))
    throw noSuch(`The role policy with name ${policy} cannot be found.`);
  return {};
}

export function detachRolePolicy(
  { RoleName: name = '', PolicyArn: arn = '' }: OfRole,
  request: ServiceRequest,
): object {
  if (!findRole(name, request).attached.delete(arn)) throw noSuch(`Policy ${arn} was not found.`);
  return {};
}

function textOf(arn: string, { region }: ServiceRequest): string {
  const text = managedPolicyText(region.account, arn);
  if (text === undefined) throw noSuch(`Policy ${arn} does not exist or is not attachable.`);
  return text;
}
