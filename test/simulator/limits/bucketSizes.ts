import type { BucketSize } from './requestBuckets.ts';

/** ECS: "Request throttling for the Amazon ECS API" in the developer guide. */
const ECS: Record<string, BucketSize> = {
  'ecs.clusterRead': { burst: 50, perSecond: 20 },
  'ecs.clusterModify': { burst: 20, perSecond: 1 },
  'ecs.serviceRead': { burst: 100, perSecond: 20 },
  'ecs.serviceModify': { burst: 50, perSecond: 5 },
  'ecs.taskRead': { burst: 100, perSecond: 20 },
  'ecs.taskModify': { burst: 100, perSecond: 40 },
  'ecs.taskDefinitionRead': { burst: 50, perSecond: 20 },
  'ecs.taskDefinitionModify': { burst: 20, perSecond: 1 },
  'ecs.taskDefinitionDelete': { burst: 5, perSecond: 1 },
  'ecs.deploymentRead': { burst: 50, perSecond: 20 },
  'ecs.revisionRead': { burst: 50, perSecond: 20 },
  'ecs.namespaceRead': { burst: 10, perSecond: 1 },
};

const SLOW_LOGS_REGIONS = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-south-2',
  'eu-south-2',
  'eu-central-2',
  'me-central-1',
]);

/** The sizes of every service's buckets in a Region. */
export function bucketSizes(region: string): Record<string, BucketSize> {
  return { ...ECS, ...logsSizes(region) };
}

/** CloudWatch Logs quotas are plain rates: one second's worth is the burst. */
function logsSizes(region: string): Record<string, BucketSize> {
  const filter = region === 'us-east-1' ? 25 : SLOW_LOGS_REGIONS.has(region) ? 5 : 10;
  const read = region === 'us-east-1' || region === 'us-west-2' || region === 'eu-west-1' ? 25 : 10;
  const rates = {
    'logs.filter': filter,
    'logs.get': read,
    'logs.streams': 25,
    'logs.groups': 10,
    'logs.put': 5000,
    'logs.modify': 50,
    'logs.liveTail': 5,
  };
  return Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, { burst: rate, perSecond: rate }]));
}
