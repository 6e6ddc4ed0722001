import * as l10n from '@vscode/l10n';
import { portText } from './causeText.ts';
import type { Verdict } from './verdict.ts';

/** The smallest change after which it would be reached; undefined where none is known. */
export function repairText(verdict: Verdict, services: readonly string[] = []): string | undefined {
  const { cause, subnetIds } = verdict;
  switch (cause.code) {
    case 'noWayOut':
      return services.length === 0
        ? l10n.t('Add a route to a NAT gateway to the route table of {0}.', subnetIds.join(', '))
        : l10n.t('Add endpoints for {0}, or a route to a NAT gateway.', services.join(', '));
    case 'noPublicAddress':
      return verdict.canHavePublicAddress
        ? l10n.t('Set assignPublicIp to ENABLED, or use subnets with a route to a NAT gateway.')
        : l10n.t('Use subnets with a route to a NAT gateway: tasks on instances have no public address.');
    case 'blackhole':
      return l10n.t('Point route {0} of {1} to a gateway that is there.', cause.block, cause.routeTable);
    case 'natState':
    case 'natPrivate':
      return l10n.t('Point the route to a public NAT gateway that is available.');
    case 'natNoWay':
      return l10n.t(
        'Add a route to an internet gateway to the route table of {0}, or move {1} to a public subnet.',
        cause.subnet,
        cause.nat,
      );
    case 'dnsOff':
      return l10n.t('Turn {0} of the VPC on.', cause.attribute);
    case 'privateDnsOff':
      return l10n.t('Turn private DNS of {0} on.', cause.endpoint);
    case 'endpointState':
      return l10n.t(
        'Bring {0} into the state available, or make another endpoint for {1}.',
        cause.endpoint,
        cause.service,
      );
    case 'endpointPolicy':
      return l10n.t('Let the policy of {0} allow what ECS calls.', cause.endpoint);
    case 'endpointTables':
      return l10n.t('Add {0} to the route tables of {1}.', cause.routeTable, cause.endpoint);
    case 'endpointGroups':
      return l10n.t('Let TCP port 443 in from the tasks in {0}.', cause.groups.join(', '));
    case 'egress':
      return l10n.t('Let TCP port {0} out in {1}.', String(cause.port), cause.groups.join(', '));
    case 'ingress':
      return cause.from
        ? l10n.t('Let TCP port {0} in from {1} in {2}.', portText(cause.ports), cause.from, cause.groups.join(', '))
        : l10n.t('Let TCP port {0} in from the tasks in {1}.', portText(cause.ports), cause.groups.join(', '));
    case 'balancerEgress':
      return l10n.t('Let TCP port {0} out in {1}.', portText(cause.ports), cause.groups.join(', '));
    case 'acl':
      return cause.direction === 'in'
        ? l10n.t('Let TCP ports {0} in in {1}.', portText(cause.ports), cause.acl)
        : l10n.t('Let TCP ports {0} out in {1}.', portText(cause.ports), cause.acl);
    case 'ipv4Host':
      return l10n.t('Name the image by its dual-stack host (<account>.dkr-ecr.<Region>.on.aws).');
    case 'noMountTarget':
      return l10n.t('Create a mount target of {0} in {1}.', cause.fileSystem, cause.zone ?? subnetIds.join(', '));
    case 'noBalancerZone':
      return l10n.t('Enable {0} for {1}, or leave {2} out.', cause.zone, cause.balancer, subnetIds.join(', '));
    case 'targetGroupGone':
    case 'noListener':
      return l10n.t('Add a listener or rule that forwards to a target group of the service.');
    case 'publicAccessBlocked':
      return l10n.t('Use endpoints, or exclude {0} from VPC Block Public Access.', cause.subnet);
    case 'subnetGone':
      return l10n.t('Leave {0} out of the network configuration.', cause.subnet);
    default:
      return undefined;
  }
}
