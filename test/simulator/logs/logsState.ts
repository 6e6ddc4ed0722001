import type { Clock } from '../clock.ts';
import type { RegionState } from '../regionState.ts';
import { LogGroup } from './logGroup.ts';
import type { LogStream } from './logStream.ts';
import type { TailSession } from './tailSession.ts';

/** CloudWatch Logs of one account and Region, with the knobs that make it behave badly. */
export class LogsState {
  readonly region: RegionState;
  readonly groups = new Map<string, LogGroup>();
  readonly sessions = new Set<TailSession>();
  /** Milliseconds between writing an event and its being readable, of all streams or of each. */
  ingestionDelay: number | ((stream: LogStream) => number) = 0;
  /** Share of FilterLogEvents answers that are empty and carry a token. */
  emptyPages = 0;
  /** Log groups that may be there at most. */
  groupLimit = 1_000_000;
  /** Events that one FilterLogEvents call looks at before it answers with what it has, be it nothing. */
  scanLimit = 100_000;

  constructor(region: RegionState) {
    this.region = region;
  }

  get clock(): Clock {
    return this.region.world.clock;
  }

  createGroup(name: string): LogGroup {
    const group = new LogGroup(this, name);
    this.groups.set(name, group);
    return group;
  }

  /** The group with this name, made when it is not there yet. */
  openGroup(name: string): LogGroup {
    return this.groups.get(name) ?? this.createGroup(name);
  }

  /** By name or ARN (with or without `:*`). */
  findGroup(identifier: string): LogGroup | undefined {
    if (!identifier.startsWith('arn:')) return this.groups.get(identifier);
    const group = this.groups.get(identifier.split(':log-group:')[1]?.replace(/:\*$/, '') ?? '');
    return group && identifier.startsWith(group.arn) ? group : undefined;
  }
}
