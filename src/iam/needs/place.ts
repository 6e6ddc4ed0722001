import { dnsSuffixOf, partitionOf } from '../../ecs/partitions.ts';
import type { Value } from '../../taskdef/document/fields.ts';
import { homeOf, ownArn } from '../../taskdef/document/home.ts';
import { replacePlaceholders } from '../../taskdef/document/placeholders.ts';
import type { Task } from '../../taskdef/document/task.ts';

/** Where a task runs, `*` for what is not known. */
export interface TaskHome {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** Where the task of a file runs: where the file says it belongs, else where its connection leads. */
export function taskHome(task: Task): TaskHome {
  const { region, account } = homeOf(task);
  const [, partition = 'aws'] = ownArn(task, 'iam', '', 'role').split(':');
  return { partition, region: region ?? '*', account: account ?? '*' };
}

/** An ARN beside a task. */
export function arnAt({ partition, region, account }: TaskHome, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** The same home in another Region, that of a log option for example. */
export function inRegion(home: TaskHome, region: string | undefined): TaskHome {
  // One that a template fills in is the task's own, as far as anybody can tell.
  if (region === undefined || region === '*' || region === home.region) return home;
  return { ...home, region, partition: region.includes('*') ? home.partition : partitionOf(region) };
}

/** A text of a file with `*` where a template fills something in; undefined where it is not there. */
export function patternOf({ value, raw, missing }: Value<string>): string | undefined {
  if (value !== undefined) return value;
  if (missing || raw === undefined) return undefined;
  const pattern = replacePlaceholders(raw, '*').replace(/\*+/g, '*');
  // One without quotes reads as something else, and no part of it is known.
  return pattern.includes('*') ? pattern : '*';
}

/** Whether a resource is told as precisely as a request names it. */
export function isExact(resource: string): boolean {
  return !/[*?]/.test(resource);
}

/** The name by which a key's policy knows a service, in a Region that may not be known. */
export function viaService(service: string, region: string): string {
  return `${service}.${region}.${region === '*' ? '*' : dnsSuffixOf(region)}`;
}
