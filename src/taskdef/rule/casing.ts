import { isCommentKey } from '../members/commentKeys.ts';
import { squash } from './nearest.ts';
import type { UnknownMember } from '../document/structure.ts';

/** The member that a name in CloudFormation's (`PortMappings`) or Terraform's (`port_mappings`) casing stands for. */
export function camelCased({ name, shape }: UnknownMember): string | undefined {
  if (!/^[A-Z]|_/.test(name) || isCommentKey(name)) return undefined;
  const wanted = squash(name);
  return [...shape.members.keys()].find((member) => squash(member) === wanted);
}

export function isForeignCasing(issue: UnknownMember): boolean {
  return camelCased(issue) !== undefined;
}
