import type { Deployment } from '@aws-sdk/client-ecs';
import { type Disposable, EventEmitter } from 'vscode';
import type { Connection } from '../../aws/connection/connection.ts';
import { type RolloutSample, watchRollout } from '../../aws/watch/watchRollout.ts';
import { familyRevision } from '../../ecs/arn.ts';
import { type CountSample, sampleCounts } from '../../ecs/deployment/countSamples.ts';
import type { ServiceResource } from '../common/resource.ts';
import type { PendingDeployment } from './pendingDeployments.ts';

/** One deployment that is being looked at, once for all who want to know, over a connection that outlives the view's. */
export class FollowedDeployment implements Disposable {
  readonly connection: Connection;
  readonly deployment: PendingDeployment;
  /** How many tasks each revision ran, look by look. */
  readonly samples: CountSample[] = [];
  /** `family:revision` of every deployment of the service that was seen, by id. */
  readonly names: Record<string, string> = {};
  /** The lifecycle stage, and when it was first seen, in epoch milliseconds: ECS does not say when a stage began. */
  stage: { name: string; since: number } | undefined;
  /** The deployment as the service last showed it. */
  lastSeen: Deployment | undefined;
  #last: RolloutSample | undefined;
  #running: Promise<void> | undefined;
  readonly #looked = new EventEmitter<RolloutSample>();

  /** Fires after each look. */
  readonly onDidSample = this.#looked.event;

  constructor(connection: Connection, deployment: PendingDeployment) {
    this.connection = connection;
    this.deployment = deployment;
  }

  get target(): ServiceResource {
    const { clusterArn, serviceArn } = this.deployment;
    return { kind: 'service', connection: this.connection, clusterArn, serviceArn };
  }

  get last(): RolloutSample | undefined {
    return this.#last;
  }

  /** Whether somebody waits for its end. */
  get following(): boolean {
    return this.#running !== undefined;
  }

  dispose(): void {
    this.#looked.dispose();
  }

  /** Follows it to its end. Whoever asks while that goes on waits for the same. */
  follow(): Promise<void> {
    this.#running ??= this.#follow().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #follow(): Promise<void> {
    const { clusterArn: cluster, serviceName: service, deploymentId, arn, startedAt } = this.deployment;
    const target = { cluster, service, deploymentId, arn, createdAt: new Date(startedAt) };
    for await (const sample of watchRollout(this.connection, target)) {
      this.#last = sample;
      if (sample.record?.serviceDeploymentArn) this.deployment.arn = sample.record.serviceDeploymentArn;
      if (!sample.problem) this.#remember(sample);
      const name = sample.record?.lifecycleStage;
      if (name !== this.stage?.name) this.stage = name === undefined ? undefined : { name, since: Date.now() };
      this.#looked.fire(sample);
    }
  }

  #remember({ service }: RolloutSample): void {
    sampleCounts(this.samples, service, Date.now());
    for (const one of service?.deployments ?? []) {
      this.names[one.id ?? ''] = familyRevision(one.taskDefinition ?? '');
      if (one.id === this.deployment.deploymentId) this.lastSeen = one;
    }
  }
}
