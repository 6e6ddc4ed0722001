import type { EventEmitter, ExtensionContext, LogOutputChannel } from 'vscode';
import type { Service } from '@aws-sdk/client-ecs';
import type { Connection } from '../../aws/connection/connection.ts';
import type { DescribedTaskDefinition } from '../../aws/read/taskDefinitions.ts';
import type { Connections } from './connections/connections.ts';

/** A service as somebody has just read it; views show it without asking again. */
export interface ServiceNews {
  connection: Connection;
  service: Service;
}

/** A family's newest revision as somebody has just read or made it. */
export interface RevisionNews {
  connection: Connection;
  latest: DescribedTaskDefinition;
}

/** What is to be loaded anew; without a row, everything. */
export interface RefreshRequest {
  /** A row of a view. */
  row?: unknown;
  /** Whether it is the row itself that is no longer there: then the list that held it. */
  gone?: boolean;
}

/** What every feature is given: made once in `extension.ts`. */
export interface Workbench {
  readonly extension: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly connections: Connections;
  /** Fired by whoever read a service. */
  readonly serviceNews: EventEmitter<ServiceNews>;
  /** Fired by whoever read or registered the newest revision of a family. */
  readonly revisionNews: EventEmitter<RevisionNews>;
  /** Fired to have views load anew: below a row, or everything. */
  readonly refreshRequests: EventEmitter<RefreshRequest>;
}
