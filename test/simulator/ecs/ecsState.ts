import type { RegionState } from '../regionState.ts';
import { ClusterState } from './clusterState.ts';
import { ClientTokens } from './clientTokens.ts';
import { TaskDefinitionStore } from './taskDefinitions/taskDefinitionStore.ts';
import type { CapacityProvider } from '@aws-sdk/client-ecs';
import { AccountHealth } from './accountHealth.ts';

/** Everything ECS of one account and Region. */
export class EcsState {
  readonly region: RegionState;
  readonly clusters = new Map<string, ClusterState>();
  readonly taskDefinitions: TaskDefinitionStore;
  readonly capacityProviders = new Map<string, CapacityProvider>();
  readonly clientTokens = new ClientTokens();
  /** What tasks need from the rest of the account: roles, secrets, networks. */
  readonly health = new AccountHealth();

  constructor(region: RegionState) {
    this.region = region;
    this.taskDefinitions = new TaskDefinitionStore(region);
    for (const name of ['FARGATE', 'FARGATE_SPOT']) {
      const capacityProviderArn = this.arn(`capacity-provider/${name}`);
      this.capacityProviders.set(name, { capacityProviderArn, name, status: 'ACTIVE', tags: [] });
    }
  }

  get clock(): RegionState['world']['clock'] {
    return this.region.world.clock;
  }

  get random(): RegionState['world']['random'] {
    return this.region.world.random;
  }

  get timings(): RegionState['world']['timings'] {
    return this.region.world.timings;
  }

  arn(rest: string): string {
    return this.region.arn('ecs', rest);
  }

  addCluster(name: string): ClusterState {
    const cluster = new ClusterState(this, name);
    this.clusters.set(name, cluster);
    return cluster;
  }

  /** By name or ARN; undefined when the account has none. */
  findCluster(nameOrArn: string): ClusterState | undefined {
    if (!nameOrArn.startsWith('arn:')) return this.clusters.get(nameOrArn);
    const cluster = this.clusters.get(nameOrArn.split('/').at(-1) ?? '');
    return cluster?.arn === nameOrArn ? cluster : undefined;
  }
}
