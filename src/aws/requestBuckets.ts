import type { ServiceName } from './operations.ts';

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

/** Time source of a bucket: `now` in milliseconds, `sleep` rejecting when the signal aborts. */
export interface Timer {
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Uses at most half of a bucket's refill and never its last `reserve` tokens; callers wait their turn in order. */
export class RequestBuckets {
  readonly #timer: Timer;
  readonly #limits: Readonly<Record<BucketName, Limit>>;
  readonly #buckets = new Map<BucketName, { tokens: number; at: number }>();
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
    this.#count(name, this.#timer.now() + wait);
    if (wait > 0) await this.#timer.sleep(wait, signal);
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
    const { burst, refill } = ours(this.#limits[name]);
    const now = this.#timer.now();
    const bucket = this.#buckets.get(name) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * refill) - 1;
    this.#buckets.set(name, { tokens, at: now });
    return tokens >= 0 ? 0 : (-tokens / refill) * 1000;
  }
}

function ours({ burst, refill, share = 0.5 }: Limit): { burst: number; refill: number } {
  return { burst: burst > reserve ? burst - reserve : Math.ceil(burst * share), refill: refill * share };
}
