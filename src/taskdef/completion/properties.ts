import { describeMember, summaryOf } from '../reading/describeMember.ts';
import { refusal } from '../facts/launchSupport.ts';
import type { MemberSchema } from '../document/schema.ts';
import { walkStructure } from '../document/structure.ts';
import { inOrderOfWriting, isUsual } from './memberOrder.ts';
import { logOptionNames } from './logOptions.ts';
import { memberSnippet } from './memberSnippet.ts';
import { roleForLogs } from './roleForLogs.ts';
import type { CompletionRequest, Proposal } from './request.ts';

/** Members that the object lacks: in the order in which people write them, those that ECS refuses here last. */
export function propertyProposals(request: CompletionRequest): Proposal[] {
  const { place, task } = request;
  const present = presentNames(request);
  if (place.member?.type === 'map') return logOptionNames(request, present);
  const members = [...(place.shape?.members.values() ?? [])].filter(
    (member) => !present.has(member.name) && fitsFollowingValue(request, member),
  );
  const proposals = members.map((member) => ({ member, refused: refusal(task, member.id) }));
  return inOrderOfWriting(place.shape, proposals)
    .toSorted((a, b) => Number(a.refused !== undefined) - Number(b.refused !== undefined))
    .map(({ member, refused }) => ({
      label: member.name,
      value: undefined,
      snippet: memberSnippet(member, request),
      detail: summaryOf(member),
      documentation: describeMember(member),
      refused,
      isUsual: member.required || isUsual(place.shape, member),
      also:
        member.id === 'ContainerDefinition.logConfiguration' && !request.cursor.colonAfter ? roleForLogs(request) : [],
    }));
}

/** Where a value stands behind the name already, only names that it fits; a name that is right stays as it is. */
function fitsFollowingValue({ document, cursor, place, holder }: CompletionRequest, member: MemberSchema): boolean {
  if (!cursor.colonAfter) return true;
  if (place.shape?.members.has(cursor.typed)) return member.name === cursor.typed;
  const value = holder.node?.children?.find((property) => property.offset === cursor.token.offset)?.children?.[1];
  if (!value) return true;
  const issues = walkStructure(document, value, member);
  return Object.values(issues).every((found: unknown[]) => found.length === 0);
}

/** Names that are taken; the one being typed over is free. */
function presentNames({ holder, cursor }: CompletionRequest): Set<string> {
  const names = new Set<string>();
  for (const property of holder.node?.children ?? []) {
    const key = property.children?.[0];
    const typedOver = key !== undefined && cursor.token.length > 0 && key.offset === cursor.token.offset;
    if (key && !typedOver) names.add(String(key.value));
  }
  return names;
}
