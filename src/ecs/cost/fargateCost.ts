import type { Service, TaskDefinition } from '@aws-sdk/client-ecs';

/** US dollars an hour for a vCPU and for a GB, on demand, Linux on x86. */
type Price = readonly [vcpu: number, gigabyte: number];

/** Regions whose prices are known; in another nothing is said. Source: https://aws.amazon.com/fargate/pricing/ */
const prices: Readonly<Record<string, Price>> = {
  'ap-northeast-1': [0.05056, 0.00553],
  'ap-south-1': [0.04256, 0.004655],
  'ap-southeast-1': [0.05056, 0.00553],
  'ap-southeast-2': [0.04856, 0.00532],
  'ca-central-1': [0.04456, 0.004865],
  'eu-central-1': [0.04656, 0.00511],
  'eu-north-1': [0.0445, 0.0049],
  'eu-west-1': [0.04048, 0.004445],
  'eu-west-2': [0.04656, 0.00511],
  'eu-west-3': [0.0486, 0.0053],
  'sa-east-1': [0.0696, 0.0076],
  'us-east-1': [0.04048, 0.004445],
  'us-east-2': [0.04048, 0.004445],
  'us-west-1': [0.04656, 0.00511],
  'us-west-2': [0.04048, 0.004445],
};

/** Hours of a month, as AWS's own calculator takes it. */
const hours = 730;
/** What ARM costs of x86. */
const armShare = 0.8;

/**
 * US dollars that a task costs in a month on Fargate, on demand, without storage and traffic. Undefined where it is not
 * known: another Region, another capacity, Windows, or a task without a size.
 */
export function monthlyTaskCost(region: string, definition: TaskDefinition, service: Service): number | undefined {
  const price = prices[region];
  const { cpu, memory, runtimePlatform } = definition;
  if (!price || !onFargate(service) || runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS')) return undefined;
  const [vcpus, gigabytes] = [Number(cpu) / 1024, Number(memory) / 1024];
  if (!(vcpus > 0 && gigabytes > 0)) return undefined;
  const share = runtimePlatform?.cpuArchitecture === 'ARM64' ? armShare : 1;
  return (vcpus * price[0] + gigabytes * price[1]) * share * hours;
}

/** Whether all tasks run on Fargate on demand; Spot prices change by the day. */
function onFargate({ launchType, capacityProviderStrategy = [] }: Service): boolean {
  if (capacityProviderStrategy.length === 0) return launchType === 'FARGATE';
  return capacityProviderStrategy.every(({ capacityProvider }) => capacityProvider === 'FARGATE');
}
