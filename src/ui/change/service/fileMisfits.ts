import type { Service } from '@aws-sdk/client-ecs';
import type { CreateServiceInput } from '../../../aws/change/service.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { primaryDeployment } from '../../../ecs/deployment/rollout.ts';
import { misfitLines } from '../deployment/misfitLines.ts';

/** What would keep the service of a file from its revision, for the confirmation; `service` is the one that there is. */
export async function fileMisfits(
  connection: Connection,
  input: CreateServiceInput,
  service: Service = {},
): Promise<string[]> {
  const revision = input.taskDefinition ?? service.taskDefinition;
  if (!revision) return [];
  const { taskDefinition } = await fetchTaskDefinition(connection, revision);
  return misfitLines(asWanted(input, service), taskDefinition);
}

/** The service as the file would leave it: what the file does not name stays. */
function asWanted(input: CreateServiceInput, service: Service): Service {
  const primary = primaryDeployment(service);
  const { serviceName, launchType, capacityProviderStrategy, networkConfiguration } = input;
  return {
    serviceName: serviceName ?? service.serviceName,
    ...(launchType || capacityProviderStrategy
      ? { launchType, capacityProviderStrategy }
      : { launchType: service.launchType, capacityProviderStrategy: service.capacityProviderStrategy }),
    networkConfiguration: networkConfiguration ?? service.networkConfiguration,
    loadBalancers: input.loadBalancers ?? service.loadBalancers,
    serviceRegistries: input.serviceRegistries ?? service.serviceRegistries,
    deployments: [
      {
        status: 'PRIMARY',
        serviceConnectConfiguration: input.serviceConnectConfiguration ?? primary?.serviceConnectConfiguration,
        volumeConfigurations: input.volumeConfigurations ?? primary?.volumeConfigurations,
        vpcLatticeConfigurations: input.vpcLatticeConfigurations ?? primary?.vpcLatticeConfigurations,
      },
    ],
  };
}
