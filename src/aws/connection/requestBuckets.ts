import type { ServiceName } from '../sdk/operations.ts';
import type { Timer } from '../timer.ts';

interface Limit {
  /** Requests that may be made at once. */
  burst: number;
  /** Requests a second regained. */
  refill: number;
  /** Part of it that is ours, a half unless given. */
  share?: number;
}

/**
 * AWS's request buckets per account and Region, shared with the user's own pipelines.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
const limits = {
  clusterRead: { burst: 50, refill: 20 },
  serviceRead: { burst: 100, refill: 20 },
  taskRead: { burst: 100, refill: 20 },
  taskDefinitionRead: { burst: 50, refill: 20 },
  serviceDeployment: { burst: 50, refill: 20 },
  serviceRevision: { burst: 50, refill: 20 },
  // No pipeline reads logs, and whoever waits for them waits for this bucket.
  filterLogEvents: { burst: 10, refill: 10, share: 0.95 },
  logsRead: { burst: 25, refill: 25 },
} satisfies Record<string, Limit>;

export type BucketName = keyof typeof limits;

/**
 * Regions with other quotas.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
 */
const regionLimits: Readonly<Record<string, Partial<Record<BucketName, Limit>>>> = {
  'us-east-1': { filterLogEvents: { burst: 25, refill: 25, share: 0.95 } },
};

const bucketOf: Record<string, BucketName> = {
  'ecs:DescribeClusters': 'clusterRead',
  'ecs:ListClusters': 'clusterRead',
  'ecs:DescribeServices': 'serviceRead',
  'ecs:ListServices': 'serviceRead',
  'ecs:DescribeServiceDeployments': 'serviceDeployment',
  'ecs:ListServiceDeployments': 'serviceDeployment',
  'ecs:DescribeServiceRevisions': 'serviceRevision',
  'ecs:DescribeCapacityProviders': 'clusterRead',
  'ecs:DescribeContainerInstances': 'taskRead',
  'ecs:ListContainerInstances': 'taskRead',
  'ecs:DescribeTasks': 'taskRead',
  'ecs:ListTasks': 'taskRead',
  'ecs:DescribeTaskDefinition': 'taskDefinitionRead',
  'ecs:ListTaskDefinitionFamilies': 'taskDefinitionRead',
  'ecs:ListTaskDefinitions': 'taskDefinitionRead',
  'logs:FilterLogEvents': 'filterLogEvents',
  'logs:DescribeLogGroups': 'logsRead',
  'logs:DescribeLogStreams': 'logsRead',
  'logs:GetLogEvents': 'logsRead',
};

/** Tokens of every large bucket that are left to others: the user's own deployment draws on the same account. */
const reserve = 30;

/** Tokens that are left, as of a moment in milliseconds, by bucket. */
type Tokens = Map<BucketName, { tokens: number; at: number }>;

/** What connections that reach the same account and Region use of it together. */
export class SharedTokens {
  readonly #places = new Map<string, Tokens>();

  of(place: string): Tokens {
    const known = this.#places.get(place);
    if (known) return known;
    const made: Tokens = new Map();
    this.#places.set(place, made);
    return made;
  }
}

/** Uses at most half of a bucket's refill and never its last `reserve` tokens; callers wait their turn in order. */
export class RequestBuckets {
  readonly #timer: Timer;
  readonly #limits: Readonly<Record<BucketName, Limit>>;
  #tokens: Tokens = new Map();
  readonly #recent = new Map<BucketName, number[]>();

  constructor(timer: Timer, region = '') {
    this.#timer = timer;
    this.#limits = { ...limits, ...regionLimits[region] };
  }

  /** Waits until the request may be sent. Operations without a known bucket pass at once. */
  async take(service: ServiceName, operation: string, signal?: AbortSignal): Promise<void> {
    const name = bucketOf[`${service}:${operation}`];
    if (!name) return;
    const wait = this.#reserveToken(name);
    const at = this.#timer.now() + wait;
    this.#count(name, at);
    if (wait === 0) return;
    try {
      await this.#timer.sleep(wait, signal);
    } catch (error) {
      this.#giveBack(name, at);
      throw error;
    }
  }

  /** Draws from now on what others draw, too, after what was drawn alone. */
  join(shared: Tokens): void {
    if (shared === this.#tokens) return;
    for (const name of this.#tokens.keys()) {
      const { burst } = ours(this.#limits[name]);
      const { tokens, at } = this.#left(name, shared);
      shared.set(name, { tokens: tokens - (burst - this.#left(name, this.#tokens).tokens), at });
    }
    this.#tokens = shared;
  }

  /** Requests of the last minute by bucket; a bucket that was not used is left out. */
  get lastMinute(): ReadonlyMap<BucketName, number> {
    const now = this.#timer.now();
    const counts = [...this.#recent].map(([name, times]): [BucketName, number] => [
      name,
      times.filter((time) => time <= now && time > now - 60_000).length,
    ]);
    return new Map(counts.filter(([, count]) => count > 0));
  }

  #count(name: BucketName, at: number): void {
    const times = this.#recent.get(name) ?? [];
    times.push(at);
    if (times.length > 2000 || (times[0] ?? at) < at - 120_000)
      times.splice(
        0,
        times.findIndex((time) => time > at - 60_000),
      );
    this.#recent.set(name, times);
  }

  /** Takes a token, in advance where none is left, and returns how many milliseconds until it is there. */
  #reserveToken(name: BucketName): number {
    const { tokens, at } = this.#left(name, this.#tokens);
    this.#tokens.set(name, { tokens: tokens - 1, at });
    const { refill } = ours(this.#limits[name]);
    return tokens >= 1 ? 0 : ((1 - tokens) / refill) * 1000;
  }

  /** Who leaves before the turn has sent nothing: those who come later need not wait for it. */
  #giveBack(name: BucketName, at: number): void {
    const left = this.#left(name, this.#tokens);
    this.#tokens.set(name, { ...left, tokens: left.tokens + 1 });
    const times = this.#recent.get(name) ?? [];
    const index = times.indexOf(at);
    if (index !== -1) times.splice(index, 1);
  }

  #left(name: BucketName, from: Tokens): { tokens: number; at: number } {
    const { burst, refill } = ours(this.#limits[name]);
    const now = this.#timer.now();
    const { tokens, at } = from.get(name) ?? { tokens: burst, at: now };
    return { tokens: Math.min(burst, tokens + ((now - at) / 1000) * refill), at: now };
  }
}

function ours({ burst, refill, share = 0.5 }: Limit): { burst: number; refill: number } {
  return { burst: burst > reserve ? burst - reserve : Math.ceil(burst * share), refill: refill * share };
}
