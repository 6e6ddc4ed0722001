import { type Disposable, EventEmitter } from 'vscode';
import type { Connection } from '../../aws/connection/connection.ts';
import { KeptConnections } from '../common/connections/keptConnections.ts';
import type { Workbench } from '../common/workbench.ts';
import { FollowedDeployment } from './followedDeployment.ts';
import type { PendingDeployment } from './pendingDeployments.ts';

/** The deployments that this window looks at. */
class Deployments implements Disposable {
  readonly #all = new Map<string, FollowedDeployment>();
  readonly #added = new EventEmitter<FollowedDeployment>();
  readonly #connections: KeptConnections;

  readonly onDidAdd = this.#added.event;

  constructor(workbench: Workbench) {
    this.#connections = workbench.own(KeptConnections);
  }

  /** The one with this id, if it is being looked at. */
  get(deploymentId: string): FollowedDeployment | undefined {
    return this.#all.get(deploymentId);
  }

  /** The deployment as it is looked at already, or from now on, whichever connection the window turns to. */
  async open(connection: Connection, deployment: PendingDeployment): Promise<FollowedDeployment> {
    const { deploymentId, intent } = deployment;
    const known = this.#all.get(deploymentId);
    if (known) {
      // Whoever rolls back what is being followed wants another end than whoever started it.
      if (intent === 'rollBack') known.deployment.intent = 'rollBack';
      return known;
    }
    const kept = await this.#connections.of(connection);
    const meanwhile = this.#all.get(deploymentId);
    if (meanwhile) return meanwhile;
    const made = new FollowedDeployment(kept, deployment);
    this.#all.set(deploymentId, made);
    this.#added.fire(made);
    return made;
  }

  dispose(): void {
    this.#added.dispose();
    for (const followed of this.#all.values()) followed.dispose();
    this.#all.clear();
  }
}

/** The window's one registry, made when first needed. */
export function deployments(workbench: Workbench): Deployments {
  return workbench.own(Deployments);
}
