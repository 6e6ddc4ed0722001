/** Whose lines are wanted. */
export type LogScope =
  | { kind: 'cluster'; clusterArn: string }
  | { kind: 'service'; clusterArn: string; serviceArn: string }
  | { kind: 'task'; clusterArn: string; taskArn: string; container?: string | undefined }
  | { kind: 'group'; region: string; group: string; groupArn: string; streamPrefix?: string | undefined };

/** A scope within ECS, as opposed to a log group picked by hand. */
export type TaskScope = Exclude<LogScope, { kind: 'group' }>;
