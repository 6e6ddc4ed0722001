import { type Certain, every, not, requestContext, some } from './context.ts';
import { openKeys } from './conditions.ts';
import { matches } from './evaluate.ts';
import { covers } from './patterns.ts';
import type { Policy, PolicyPrincipal, PolicyStatement } from './policyDocument.ts';

/** The service that takes the roles of a task on, in every partition. */
export const tasksPrincipal = 'ecs-tasks.amazonaws.com';

/** Where the tasks run that are to take a role on. */
export interface TaskPlace {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** What a trust policy says to ECS. */
export interface Trust {
  /** `otherPrincipal`: it does not name the service at all; `condition`: it does, and its conditions keep it out. */
  readonly verdict: 'trusted' | 'otherPrincipal' | 'denied' | 'condition' | 'unknown';
  /** Context keys that keep it out, or on which it hangs. */
  readonly keys: readonly string[];
}

/** Whether ECS may take a role on for tasks of an account and Region, by the role's trust policy. */
export function judgeTrust(policy: Policy, { account, region, partition }: TaskPlace): Trust {
  const given = {
    'aws:SourceAccount': account,
    // Which task, service or cluster it names is not known before there is one; wildcards of the policy decide.
    'aws:SourceArn': `arn:${partition}:ecs:${region}:${account}:task/any`,
    'aws:PrincipalServiceName': tasksPrincipal,
    'aws:PrincipalIsAWSService': 'true',
    // No user or role is behind it, and nobody signed in.
    'aws:PrincipalArn': [],
    'aws:PrincipalAccount': [],
    'aws:MultiFactorAuthPresent': [],
    'sts:ExternalId': [],
  };
  const request = { action: 'sts:AssumeRole', resource: '', context: requestContext(given, 'unknown') };
  const about = (statement: PolicyStatement): Certain =>
    every([namesTasks(statement), matches(statement, request, policy.hasVariables)]);
  const of = (effect: PolicyStatement['effect']): PolicyStatement[] =>
    policy.statements.filter((statement) => statement.effect === effect);
  if (some(of('Deny').map(about)) === 'yes') return { verdict: 'denied', keys: [] };
  const allows = of('Allow');
  const [allowed, denied] = [some(allows.map(about)), some(of('Deny').map(about))];
  const naming = allows.filter((statement) => namesTasks(statement) === 'yes');
  const keysOf = (statements: readonly PolicyStatement[]): string[] => [
    ...new Set(statements.flatMap(({ condition }) => openKeys(condition, request.context))),
  ];
  if (allowed === 'yes' && denied === 'no') return { verdict: 'trusted', keys: [] };
  if (allowed !== 'no') return { verdict: 'unknown', keys: keysOf(policy.statements) };
  if (naming.length === 0) return { verdict: 'otherPrincipal', keys: [] };
  const keys = naming.flatMap(({ condition }) => Object.values(condition).flatMap((each) => Object.keys(each)));
  // One that names a single task or cluster may well be meant: which of them takes it on is not known here.
  const isExact = naming.some(({ condition }) =>
    namesOneSource(condition, `arn:${partition}:ecs:${region}:${account}:`),
  );
  return { verdict: isExact ? 'unknown' : keys.length > 0 ? 'condition' : 'otherPrincipal', keys: [...new Set(keys)] };
}

function namesTasks({ principal, notPrincipal }: PolicyStatement): Certain {
  const names = (one: PolicyPrincipal): Certain =>
    some(
      Object.entries(one).flatMap(([kind, values]) =>
        values.map((value) =>
          value === '*' || (kind === 'Service' && covers(value.toLowerCase(), tasksPrincipal)) ? 'yes' : 'no',
        ),
      ),
    );
  if (principal) return names(principal);
  return notPrincipal ? not(names(notPrincipal)) : 'no';
}

function namesOneSource(condition: PolicyStatement['condition'], place: string): boolean {
  return Object.values(condition).some((keys) =>
    Object.entries(keys).some(
      ([key, values]) => key.toLowerCase() === 'aws:sourcearn' && values.some((value) => value.startsWith(place)),
    ),
  );
}
