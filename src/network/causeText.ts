import * as l10n from '@vscode/l10n';
import type { BarrierCause, Cause } from './cause.ts';
import type { Ports } from './firewall.ts';

/** A cause in a few words, as it stands behind a colon; `services` are those that lack an endpoint. */
export function causeText(cause: Cause, services: readonly string[] = []): string {
  switch (cause.code) {
    case 'open':
      return l10n.t('nothing is in the way');
    case 'noWayOut':
      return noWayOutText(cause.family, services);
    case 'noPublicAddress':
      return l10n.t('the subnet leads to {0}, and they have no public address', cause.gateway);
    case 'blackhole':
      return l10n.t('route {0} of {1} leads to {2}, which is gone', cause.block, cause.routeTable, cause.target);
    case 'natState':
      return l10n.t('{0} is {1}', cause.nat, cause.state);
    case 'natPrivate':
      return l10n.t('{0} is a private NAT gateway, which does not lead to the internet', cause.nat);
    case 'natNoWay':
      return l10n.t('{0} stands in {1}, which has no way to the internet itself', cause.nat, cause.subnet);
    case 'publicAccessBlocked':
      return l10n.t('VPC Block Public Access is set to {0} for {1}', cause.mode, cause.subnet);
    case 'subnetGone':
      return l10n.t('{0} does not exist', cause.subnet);
    case 'leaves':
      return l10n.t('leaves through {0}, not judged further', cause.target);
    case 'endpointsBehind':
      return l10n.t(
        'private, no endpoint for {0} in the VPC; those behind {1} are not judged',
        cause.service,
        cause.target,
      );
    case 'ownZone':
      return l10n.t('a private hosted zone may lead to the endpoint');
    case 'ownerKeeps':
      return cause.target
        ? l10n.t('leaves through {0}, which the owner of the shared VPC keeps', cause.target)
        : l10n.t('the VPC is shared, and what its owner keeps is not shown');
    case 'external':
      return l10n.t('they run outside AWS, where the network is not judged');
    case 'unread':
      return l10n.t('could not look at {0}', cause.operations.join(', '));
    case 'ipv4Host':
      return l10n.t('the subnet has IPv6 alone, and the image is named by a host without it');
    case 'ipv6Host':
      return l10n.t('they leave over IPv6 alone, and it is not known whether {0} has it', cause.host);
    case 'ipv6Exec':
      return l10n.t('ECS Exec over IPv6 alone is not judged');
    default:
      return barrierText(cause);
  }
}

function noWayOutText(family: 4 | 6, services: readonly string[]): string {
  const [last, ...others] = [...services].reverse();
  const out = family === 6 ? l10n.t('no way out over IPv6') : l10n.t('private, no NAT gateway');
  if (last === undefined) return out;
  const named = others.length > 0 ? l10n.t('{0} and {1}', others.reverse().join(', '), last) : last;
  return l10n.t('{0}, no endpoint for {1}', out, named);
}

/** What stands on the way: endpoints, security groups, ACLs, load balancers. */
function barrierText(cause: BarrierCause): string {
  switch (cause.code) {
    case 'dnsOff':
      return l10n.t(
        '{0} is off in the VPC, so that names do not lead to endpoint {1}',
        cause.attribute,
        cause.endpoint,
      );
    case 'privateDnsOff':
      return l10n.t('private DNS of endpoint {0} for {1} is off', cause.endpoint, cause.service);
    case 'endpointState':
      return l10n.t('endpoint {0} for {1} is {2}', cause.endpoint, cause.service, cause.state);
    case 'endpointTables':
      return l10n.t('endpoint {0} is not in their route table {1}', cause.endpoint, cause.routeTable);
    case 'endpointGroups':
      return l10n.t(
        '{0} of endpoint {1} for {2} lets no port 443 in',
        list(cause.groups),
        cause.endpoint,
        cause.service,
      );
    case 'endpointPolicy':
      return l10n.t('endpoint {0} for {1} is limited by its policy, not judged further', cause.endpoint, cause.service);
    case 'egress':
      return l10n.t('{0} lets no port {1} out', list(cause.groups), String(cause.port));
    case 'ingress':
      return cause.from
        ? l10n.t('{0} lets no port {1} in from {2}', list(cause.groups), portText(cause.ports), cause.from)
        : l10n.t('{0} lets no port {1} in', list(cause.groups), portText(cause.ports));
    case 'balancerEgress':
      return l10n.t('{0} of the load balancer lets no port {1} out', list(cause.groups), portText(cause.ports));
    case 'acl':
      return cause.direction === 'in'
        ? l10n.t('{0} of {1} does not let all of ports {2} in', cause.acl, cause.subnet, portText(cause.ports))
        : l10n.t('{0} of {1} does not let all of ports {2} out', cause.acl, cause.subnet, portText(cause.ports));
    case 'noMountTarget':
      return cause.zone
        ? l10n.t('{0} has no mount target in {1}', cause.fileSystem, cause.zone)
        : l10n.t('{0} has no mount target in the VPC', cause.fileSystem);
    case 'noBalancerZone':
      return l10n.t('{0} is not enabled in {1}', cause.balancer, cause.zone);
    case 'targetGroupGone':
      return l10n.t('target group {0} does not exist', cause.targetGroup);
    case 'noListener':
      return l10n.t('no listener leads to target group {0}', cause.targetGroup);
  }
}

export function portText({ from, to }: Ports): string {
  return from === to ? String(from) : `${from}-${to}`;
}

function list(groups: readonly string[]): string {
  return groups.join(', ') || l10n.t('the default security group');
}
