import { serviceOutputMembers } from '../members/outputOnly.ts';
import type { Fields } from '../document/fields.ts';

/** Whether a service says what DescribeServices alone tells, which is left out before it is sent. */
export function isDescribed(fields: Fields): boolean {
  return fields.entries().some(({ name }) => serviceOutputMembers.has(name));
}
