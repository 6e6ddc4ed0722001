import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel } from 'vscode';
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

/** What every feature is given: made once in `extension.ts`. It owns whatever the window holds once. */
export class Workbench implements Disposable {
  readonly extension: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly connections: Connections;
  /** Fired by whoever read a service. */
  readonly serviceNews = new EventEmitter<ServiceNews>();
  /** Fired by whoever read or registered the newest revision of a family. */
  readonly revisionNews = new EventEmitter<RevisionNews>();
  /** Fired to have views load anew: below a row, or everything. */
  readonly refreshRequests = new EventEmitter<RefreshRequest>();
  readonly #owned = new Map<new (workbench: Workbench) => object, object>();

  constructor(extension: ExtensionContext, log: LogOutputChannel, connections: Connections) {
    this.extension = extension;
    this.log = log;
    this.connections = connections;
  }

  /** The window's one of its kind: made when first asked for, disposed with the extension where it can be. */
  own<T extends object>(kind: new (workbench: Workbench) => T): T {
    const known = this.#owned.get(kind);
    if (known) return known as T;
    const made = new kind(this);
    this.#owned.set(kind, made);
    return made;
  }

  /** Ends what the window held, the newest first; what is asked for afterwards is made anew. */
  dispose(): void {
    const owned = [...this.#owned.values()].reverse();
    this.#owned.clear();
    for (const one of owned) if ('dispose' in one && typeof one.dispose === 'function') one.dispose();
    for (const emitter of [this.serviceNews, this.revisionNews, this.refreshRequests]) emitter.dispose();
  }
}
