import type { MemberSchema, Shape } from '../document/schema.ts';

/** A value of the right type to begin with: the only enum value, the least number, an empty text, an object with what it requires. */
export function blankValue(member: MemberSchema): unknown {
  if (member.enumValues?.length === 1) return member.enumValues[0];
  if (member.default !== undefined) return member.default;
  switch (member.type) {
    case 'integer':
    case 'number':
      return member.limits.minimum ?? 0;
    case 'boolean':
      return true;
    case 'array':
      return member.items?.type === 'object' && (member.limits.minItems ?? 0) > 0 ? [blankValue(member.items)] : [];
    case 'object':
      return member.shape ? blankObject(member.shape) : {};
    case 'map':
      return {};
    default:
      return '';
  }
}

function blankObject(shape: Shape): Record<string, unknown> {
  return Object.fromEntries(shape.required.map((name) => [name, blankValue(shape.members.get(name)!)]));
}
