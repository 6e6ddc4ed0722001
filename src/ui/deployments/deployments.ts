import { type Disposable, EventEmitter } from 'vscode';
import type { Connection } from '../../aws/connection/connection.ts';
import type { Workbench } from '../common/workbench.ts';
import { FollowedDeployment } from './followedDeployment.ts';
import type { PendingDeployment } from './pendingDeployments.ts';

/** The deployments that this window looks at. */
class Deployments implements Disposable {
  readonly #all = new Map<string, FollowedDeployment>();
  readonly #added = new EventEmitter<FollowedDeployment>();

  readonly onDidAdd = this.#added.event;

  /** The one with this id, if it is being looked at over a connection that is still open. */
  get(deploymentId: string): FollowedDeployment | undefined {
    return this.#all.get(deploymentId);
  }

  /** The deployment as it is looked at already, or from now on. */
  open(connection: Connection, deployment: PendingDeployment): FollowedDeployment {
    const known = this.#all.get(deployment.deploymentId);
    if (known?.connection === connection) {
      // Whoever rolls back what is being followed wants another end than whoever started it.
      if (deployment.intent === 'rollBack') known.deployment.intent = 'rollBack';
      return known;
    }
    const made = new FollowedDeployment(connection, deployment);
    this.#all.set(deployment.deploymentId, made);
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
