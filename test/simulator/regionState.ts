import type { Account } from './account.ts';
import { EcsState } from './ecs/ecsState.ts';
import { bucketSizes } from './limits/bucketSizes.ts';
import { RequestBuckets } from './limits/requestBuckets.ts';
import { LogsState } from './logs/logsState.ts';
import type { World } from './world.ts';

/** What one account holds in one Region, service by service. A further service adds its state here. */
export class RegionState {
  readonly name: string;
  readonly partition: string;
  readonly account: Account;
  readonly world: World;
  readonly buckets: RequestBuckets;
  readonly logs: LogsState;
  readonly ecs: EcsState;

  constructor(account: Account, name: string) {
    this.account = account;
    this.name = name;
    this.world = account.world;
    this.partition = partitionOf(name);
    this.buckets = new RequestBuckets(bucketSizes(name));
    this.logs = new LogsState(this);
    this.ecs = new EcsState(this);
  }

  /** `arn:<partition>:<service>:<region>:<account>:<rest>` */
  arn(service: string, rest: string): string {
    return `arn:${this.partition}:${service}:${this.name}:${this.account.id}:${rest}`;
  }
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
