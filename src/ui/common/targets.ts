import type { Connection } from '../../aws/connection/connection.ts';

/** What a command works on, whichever view or file it came from. Names are ARNs unless said otherwise. */
export interface ClusterTarget {
  kind: 'cluster';
  connection: Connection;
  clusterArn: string;
}

export interface ServiceTarget {
  kind: 'service';
  connection: Connection;
  clusterArn: string;
  serviceArn: string;
}

export interface TaskTarget {
  kind: 'task';
  connection: Connection;
  clusterArn: string;
  taskArn: string;
}

export interface ContainerTarget {
  kind: 'container';
  connection: Connection;
  clusterArn: string;
  taskArn: string;
  /** Its name in the task definition. */
  container: string;
}

export type Target = ClusterTarget | ServiceTarget | TaskTarget | ContainerTarget;

/** A tree node that stands for something in the account. */
interface HasTarget {
  target: Target;
}

/** The target that a command was given by a menu, or undefined when it came from the palette. */
export function targetOf(argument: unknown): Target | undefined {
  if (typeof argument !== 'object' || argument === null || !('target' in argument)) return undefined;
  return (argument as HasTarget).target;
}

/** The connection through which a row was read; undefined for one that has none yet, and for what is no row. */
export function connectionOfRow(row: unknown): Connection | undefined {
  if (typeof row !== 'object' || row === null || !('openConnection' in row)) return undefined;
  return (row as { openConnection: Connection | undefined }).openConnection;
}
