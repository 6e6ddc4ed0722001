import { judge } from '../credentials.ts';
import type { ServiceRequest } from '../serviceDefinition.ts';
import type { FoundOperation } from './findOperation.ts';
import { ServiceError } from './serviceError.ts';

/** Throws AccessDeniedException, with IAM's wording, when the caller's permissions do not let the operation through. */
export function authorize(found: FoundOperation, input: Record<string, unknown>, request: ServiceRequest): void {
  if (found.operation.open) return;
  const action = `${found.service.name}:${found.name}`;
  const resource = found.operation.resource?.(input, request) ?? '*';
  checkAction(action, resource, request);
}

/** The same for an action that an operation implies, e.g. `iam:PassRole`. */
export function checkAction(action: string, resource: string, request: ServiceRequest): void {
  const verdict = judge(request.credential.permissions, action);
  if (verdict !== 'allowed') throw accessDenied(request.credential.arn, action, resource, verdict === 'denied');
}

export function accessDenied(caller: string, action: string, resource: string, explicit = false): ServiceError {
  const why = explicit
    ? 'with an explicit deny in an identity-based policy'
    : `because no identity-based policy allows the ${action} action`;
  const text = `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
  return new ServiceError('AccessDeniedException', text, { messageKey: 'Message' });
}
