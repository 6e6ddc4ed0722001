import { parseArn } from '../../ecs/arn.ts';
import type { Need } from '../needs/need.ts';
import type { TaskHome } from '../needs/place.ts';

/** What is asked of a role's policies at once: each of the actions on each of the resources. */
export interface RoleQuestion {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** The context of such a request, as far as it is known. */
  readonly context: Readonly<Record<string, string>>;
}

/** Resources that are asked about at once: an answer has a part for each of them and each action. */
const mostResources = 20;

/** The fewest questions that tell whether needs are met. What a file does not tell enough about is not asked. */
export function questionsOf(needs: readonly Need[], home: TaskHome, roleArn: string): RoleQuestion[] {
  const groups = new Map<string, { actions: Set<string>; resources: Set<string>; context: Record<string, string> }>();
  for (const { actions, asked = [], context = {} } of needs) {
    for (const resource of asked) {
      const known = contextOf(resource, { home, roleArn, context });
      // What knows no resources is asked about together; else all that is asked of one kind of resource.
      const key = JSON.stringify([resource === '*' ? '*' : actions, known]);
      const group = groups.get(key) ?? { actions: new Set(), resources: new Set(), context: known };
      groups.set(key, group);
      for (const action of actions) group.actions.add(action);
      group.resources.add(resource);
    }
  }
  return [...groups.values()].flatMap(({ actions, resources, context }) =>
    inParts([...resources]).map((part) => ({ actions: [...actions], resources: part, context })),
  );
}

/** What every request of a role holds, and what this one does. */
function contextOf(
  resource: string,
  { home, roleArn, context }: { home: TaskHome; roleArn: string; context: Readonly<Record<string, string>> },
): Record<string, string> {
  const { region, account } = parseArn(resource) ?? {};
  const [caller, place, owner] = [parseArn(roleArn)?.account, region || home.region, account || undefined];
  return {
    'aws:PrincipalArn': roleArn,
    'aws:PrincipalType': 'AssumedRole',
    'aws:SecureTransport': 'true',
    'aws:PrincipalIsAWSService': 'false',
    ...(caller ? { 'aws:PrincipalAccount': caller } : {}),
    ...(place === '*' ? {} : { 'aws:RequestedRegion': place }),
    ...(owner ? { 'aws:ResourceAccount': owner } : {}),
    ...context,
  };
}

function inParts(resources: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let start = 0; start < resources.length; start += mostResources)
    parts.push(resources.slice(start, start + mostResources));
  return parts;
}
