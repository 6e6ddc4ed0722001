import { regionsOf, sdkPartitions } from './sdkPartitions.ts';

/** Hosts of private ECR registries with their Regions: every form in every Region that the SDK knows. */
export const ecrHosts: readonly (readonly [host: string, region: string])[] = sdkPartitions.flatMap((partition) => {
  const { dnsSuffix, dualStackDnsSuffix } = partition.outputs;
  const dualStack = dualStackDnsSuffix.replace(/^api\./, 'on.');
  return regionsOf(partition).flatMap(([region]) =>
    ['', '-fips'].flatMap((fips) => [
      [`123456789012.dkr.ecr${fips}.${region}.${dnsSuffix}`, region] as const,
      [`123456789012.dkr-ecr${fips}.${region}.${dualStack}`, region] as const,
    ]),
  );
});
