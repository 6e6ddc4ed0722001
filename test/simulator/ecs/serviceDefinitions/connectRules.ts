import type { ServiceConnectService } from '@aws-sdk/client-ecs';
import { duplicate, each, outside, type ServiceInput, type ServiceRule, whole } from './rule.ts';

const ON_FARGATE = new Set(['awslogs', 'awsfirelens', 'splunk']);

function servicesOf({ serviceConnectConfiguration }: ServiceInput): ServiceConnectService[] {
  return serviceConnectConfiguration?.services ?? [];
}

function discoveryOf({ discoveryName, portName }: ServiceConnectService): string | undefined {
  return discoveryName ?? portName;
}

/** Service Connect. */
export const connectRules: readonly ServiceRule[] = [
  whole(({ serviceConnectConfiguration: connect }) => {
    if (!connect?.enabled || connect.namespace === undefined || !connect.namespace.startsWith('arn:')) return undefined;
    return !/:servicediscovery:[^:]+:\d{12}:namespace\/.+$/.test(connect.namespace) && 'Namespace ARN is not valid.';
  }),
  each(servicesOf, ({ portName, discoveryName, clientAliases = [], ingressPortOverride, timeout }) => {
    if (!portName) return 'portName must be specified.';
    if (discoveryName !== undefined && !/^(?!-)[a-z0-9_-]{1,64}$/.test(discoveryName))
      return 'The discovery name that you provided is invalid';
    if (clientAliases.length > 1) return `${clientAliases.length} clientAliases exceeds the max limit of 1`;
    if (outside(ingressPortOverride, 1, 65_535)) return 'ingressPortOverride must be between 1 and 65535';
    if ((timeout?.idleTimeoutSeconds ?? 0) < 0 || (timeout?.perRequestTimeoutSeconds ?? 0) < 0)
      return 'Timeouts must be at least 0';
    for (const { port, dnsName } of clientAliases) {
      if (outside(port, 1, 65_535)) return 'port must be between 1 and 65535';
      if (dnsName !== undefined && !/^(?!-)[A-Za-z0-9_.-]{1,127}$/.test(dnsName))
        return 'The DNS name that you provided is invalid';
    }
    return undefined;
  }),
  each(servicesOf, ({ tls }) => {
    const authority = tls?.issuerCertificateAuthority?.awsPcaAuthorityArn;
    return (
      authority &&
      !/:acm-pca:.*:certificate-authority\//.test(authority) &&
      'The certificate authority ARN is not valid.'
    );
  }),
  whole((input) => {
    const named = servicesOf(input).filter(({ discoveryName }) => discoveryName);
    const twice = duplicate(named.map(discoveryOf));
    if (twice) return `Discovery name ${twice} is used more than once.`;
    const aliases = servicesOf(input).flatMap((one) =>
      (one.clientAliases ?? []).map(({ port, dnsName }) => `${dnsName ?? discoveryOf(one)}:${port}`),
    );
    const alias = duplicate(aliases);
    return alias && `Client alias ${alias} is used more than once.`;
  }),
  whole(({ serviceConnectConfiguration, launchType }) => {
    const { logDriver = 'awslogs', options = {} } = serviceConnectConfiguration?.logConfiguration ?? {};
    if (!serviceConnectConfiguration?.logConfiguration) return undefined;
    if (launchType === 'FARGATE' && !ON_FARGATE.has(logDriver))
      return `Log driver ${logDriver} is not supported with FARGATE.`;
    return (
      logDriver === 'awslogs' &&
      !(options['awslogs-group'] && options['awslogs-region']) &&
      'Log driver awslogs requires options: awslogs-region, awslogs-group'
    );
  }),
  each(
    ({ serviceConnectConfiguration }) => serviceConnectConfiguration?.logConfiguration?.secretOptions,
    ({ name, valueFrom }) => !(name && valueFrom) && 'Secret option name and valueFrom cannot be empty.',
  ),
];
