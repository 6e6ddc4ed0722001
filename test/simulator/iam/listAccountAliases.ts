import type { ServiceRequest } from '../serviceDefinition.ts';

/** An account has one alias at most. */
export function listAccountAliases(_input: object, { region }: ServiceRequest): object {
  const { alias } = region.account;
  return { AccountAliases: alias ? [alias] : [], IsTruncated: false };
}
