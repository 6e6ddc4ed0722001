export interface RequestLimit {
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
export const requestLimits = {
  clusterRead: { burst: 50, refill: 20 },
  serviceRead: { burst: 100, refill: 20 },
  taskRead: { burst: 100, refill: 20 },
  taskDefinitionRead: { burst: 50, refill: 20 },
  serviceDeployment: { burst: 50, refill: 20 },
  serviceRevision: { burst: 50, refill: 20 },
  // No pipeline reads logs, and whoever waits for them waits for this bucket.
  filterLogEvents: { burst: 10, refill: 10, share: 0.95 },
  logsRead: { burst: 25, refill: 25 },
} satisfies Record<string, RequestLimit>;

export type BucketName = keyof typeof requestLimits;

/**
 * Regions with other quotas.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
 */
export const regionLimits: Readonly<Record<string, Partial<Record<BucketName, RequestLimit>>>> = {
  'us-east-1': { filterLogEvents: { burst: 25, refill: 25, share: 0.95 } },
};
