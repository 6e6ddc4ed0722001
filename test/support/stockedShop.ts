import type { SimulatedAccount } from '../simulator/simulatedAccount.ts';
import { addCluster, region } from './shop.ts';

/** Where each operation shows: the row whose opening needs it. */
export const faultPlaces: Readonly<Record<string, readonly string[]>> = {
  'ecs:ListClusters': [],
  'ecs:DescribeClusters': [],
  'ecs:ListServices': ['shop'],
  'ecs:DescribeServices': ['shop'],
  'ecs:ListTasks': ['shop', 'web'],
  'ecs:DescribeTasks': ['shop', 'web'],
  'ecs:ListContainerInstances': ['shop', 'Container instances'],
  'ecs:DescribeContainerInstances': ['shop', 'Container instances'],
  'ecs:DescribeCapacityProviders': ['shop', 'Capacity providers'],
  'ecs:ListTaskDefinitionFamilies': ['Task definitions'],
  'ecs:ListTaskDefinitions': ['Task definitions', 'web'],
};

/** A cluster with something in each of its groups. */
export function stockedShop(server: SimulatedAccount): void {
  const cluster = addCluster(server, 'shop', ['web'], 2);
  cluster.capacityProviders = ['FARGATE'];
  cluster.addInstance({ cpu: 2048, memory: 4096, instanceType: 'm7g.large', availabilityZone: `${region}a` });
}
