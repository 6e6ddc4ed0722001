import type { RolePermissions } from '../needs/rolePermissions.ts';
import { tasksPrincipal } from '../policy/trust.ts';

/** A policy as IAM takes it. */
export interface PolicyJson {
  readonly Version: '2012-10-17';
  readonly Statement: readonly object[];
}

/** What a role may do, as IAM takes it. */
export function permissionsPolicy({ statements }: RolePermissions): PolicyJson {
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ sid, actions, resources, condition }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
      ...(condition ? { Condition: withSingles(condition) } : {}),
    })),
  };
}

/**
 * Who may take a role on: ECS, for tasks of this account and Region alone, so that nobody else's tasks can be given it.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function trustPolicy({ home: { partition, region, account } }: Pick<RolePermissions, 'home'>): PolicyJson {
  const condition = {
    StringEquals: { 'aws:SourceAccount': account },
    ArnLike: { 'aws:SourceArn': `arn:${partition}:ecs:${region}:${account}:*` },
  };
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: tasksPrincipal },
        Action: 'sts:AssumeRole',
        // A condition on an account that is not known would keep everybody out.
        ...(account === '*' ? {} : { Condition: condition }),
      },
    ],
  };
}

function withSingles(condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>): object {
  const entries = Object.entries(condition).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, values.length === 1 ? values[0] : values])),
  ]);
  return Object.fromEntries(entries) as object;
}
