import { unflatten } from '../http/ec2Query.ts';
import { awsQuery, type Protocol } from '../http/protocols.ts';

const query = awsQuery('https://iam.amazonaws.com/doc/2010-05-08/');

/** The query protocol with lists of structures: `Tags.member.1.Key`. */
export const iamProtocol: Protocol = {
  ...query,
  readInput: (body) => withoutMembers(unflatten(query.readInput(body))) as Record<string, unknown>,
};

function withoutMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMembers);
  if (typeof value !== 'object' || value === null) return value;
  const { member, ...others } = value as Record<string, unknown>;
  if (Array.isArray(member) && Object.keys(others).length === 0) return member.map(withoutMembers);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutMembers(one)]));
}

/** A list of a request; the query protocol writes an empty one as an empty text. */
export function listed<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}
