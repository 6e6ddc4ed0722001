import { serviceOutputMembers } from '../facts/outputOnly.ts';
import type { Fields } from './fields.ts';

/** Whether a service says what DescribeServices alone tells, which is left out before it is sent. */
export function isDescribed(fields: Fields): boolean {
  return fields.entries().some(({ name }) => serviceOutputMembers.has(name));
}
