import type {
  CapacityProviderStrategyItem,
  LaunchType,
  LoadBalancer,
  NetworkConfiguration,
  ServiceConnectConfiguration,
  ServiceRegistry,
  ServiceVolumeConfiguration,
  VpcLatticeConfiguration,
} from '@aws-sdk/client-ecs';

/** What a deployment rolls out: whatever of a service makes a new revision of it when it changes. */
export interface ServiceSpec {
  /** ARN. */
  taskDefinition: string;
  launchType?: LaunchType;
  capacityProviderStrategy?: CapacityProviderStrategyItem[];
  /** As asked for, e.g. LATEST. */
  platformVersion?: string;
  resolvedPlatformVersion?: string;
  platformFamily?: string;
  networkConfiguration?: NetworkConfiguration;
  loadBalancers: LoadBalancer[];
  serviceRegistries: ServiceRegistry[];
  serviceConnectConfiguration?: ServiceConnectConfiguration;
  volumeConfigurations?: ServiceVolumeConfiguration[];
  vpcLatticeConfigurations?: VpcLatticeConfiguration[];
}

/** Whether tasks of this spec run on Fargate, and not on the cluster's own hosts. */
export function runsOnFargate(spec: Pick<ServiceSpec, 'launchType' | 'capacityProviderStrategy'>): boolean {
  const strategy = spec.capacityProviderStrategy ?? [];
  if (strategy.length > 0) return strategy.every((item) => item.capacityProvider?.startsWith('FARGATE'));
  return spec.launchType === 'FARGATE';
}
