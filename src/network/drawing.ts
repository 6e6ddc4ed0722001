import * as l10n from '@vscode/l10n';
import type { Certainty } from './firewall.ts';
import type { SubjectNetwork } from './judgeSubject.ts';
import type { BalancingFacts } from './loadBalancing.ts';
import { subnetOf } from './vpc.ts';
import { type SubnetKind, subnetKind } from './wayOut.ts';
import type { Verdict } from './verdict.ts';

/** A part of the drawing, in the column of its kind. */
interface DrawnPart {
  id: string;
  kind: 'loadBalancer' | 'targetGroup' | 'service' | 'subnet' | 'way' | 'destination';
  label: string;
  /** A second line: a zone, free addresses, a listener. */
  detail?: string | undefined;
}

/** A line between two parts, and whether traffic goes along it. */
interface DrawnLine {
  from: string;
  to: string;
  reachable: Certainty;
}

/** Load balancer → target group → service → tasks in their subnets → ways out → what they lead to. */
export interface NetworkDrawing {
  parts: readonly DrawnPart[];
  lines: readonly DrawnLine[];
}

/** Where nothing leads out of a subnet. */
const noWay = 'no way';

/** What a panel draws of a network, each part and each line once. */
export function drawNetwork(network: SubjectNetwork, balancing: BalancingFacts): NetworkDrawing {
  const { subject } = network;
  const parts = new Map<string, DrawnPart>();
  const lines = new Map<string, DrawnLine>();
  const draw = (part: DrawnPart): void => void parts.set(part.id, parts.get(part.id) ?? part);
  const connect = (from: string, to: string, reachable: Certainty): void => {
    const known = lines.get(`${from} ${to}`)?.reachable;
    lines.set(`${from} ${to}`, { from, to, reachable: known ? worse(known, reachable) : reachable });
  };
  drawBalancing(network, balancing, draw, connect);
  const service = `service ${subject.name}`;
  draw({ id: service, kind: 'service', label: subject.name, detail: subject.placement.networkMode });
  for (const subnet of subnetParts(network)) {
    draw(subnet);
    connect(service, subnet.id, network.fullSubnets.includes(subnet.id) ? 'no' : 'yes');
  }
  for (const verdict of network.verdicts) {
    if (verdict.destination.kind === 'container') continue;
    const destination = destinationLabel(verdict);
    const way = verdict.way?.id ?? (verdict.way ? l10n.t('Fargate’s own network') : noWay);
    if (verdict.way || verdict.reachable !== 'yes') {
      draw({ id: way, kind: 'way', label: way === noWay ? l10n.t('No way out') : way });
    }
    draw({ id: destination, kind: 'destination', label: destination });
    for (const subnetId of verdict.subnetIds) connect(subnetId, way, verdict.way ? 'yes' : 'no');
    connect(way, destination, verdict.reachable);
  }
  return { parts: inColumns([...parts.values()]), lines: [...lines.values()] };
}

const columns: readonly DrawnPart['kind'][] = [
  'loadBalancer',
  'targetGroup',
  'service',
  'subnet',
  'way',
  'destination',
];

function inColumns(parts: readonly DrawnPart[]): DrawnPart[] {
  return columns.flatMap((kind) => parts.filter((part) => part.kind === kind));
}

function worse(one: Certainty, other: Certainty): Certainty {
  if (one === 'no' || other === 'no') return 'no';
  return one === 'unknown' || other === 'unknown' ? 'unknown' : 'yes';
}

type Draw = (part: DrawnPart) => void;
type Connect = (from: string, to: string, reachable: Certainty) => void;

function drawBalancing(
  { subject, verdicts }: SubjectNetwork,
  { targetGroups = [], loadBalancers = [], listeners = [] }: BalancingFacts,
  draw: Draw,
  connect: Connect,
): void {
  for (const { targetGroupArn, port } of subject.balanced) {
    const group = targetGroups.find(({ TargetGroupArn }) => TargetGroupArn === targetGroupArn);
    const own = verdicts.filter(
      ({ destination: one }) => one.kind === 'container' && one.targetGroupArn === targetGroupArn,
    );
    const reachable = own.map((verdict) => verdict.reachable).reduce(worse, 'yes');
    draw({
      id: targetGroupArn,
      kind: 'targetGroup',
      label: targetGroupArn.split('/')[1] ?? targetGroupArn,
      detail: port === 0 ? undefined : l10n.t('port {0}', String(port)),
    });
    connect(targetGroupArn, `service ${subject.name}`, reachable);
    for (const arn of group?.LoadBalancerArns ?? []) {
      const balancer = loadBalancers.find(({ LoadBalancerArn }) => LoadBalancerArn === arn);
      const ports = listeners.filter(({ LoadBalancerArn }) => LoadBalancerArn === arn).map(({ Port }) => String(Port));
      draw({
        id: arn,
        kind: 'loadBalancer',
        label: balancer?.LoadBalancerName ?? arn.split('/').at(-2) ?? arn,
        detail: ports.length > 0 ? l10n.t('listens on {0}', ports.join(', ')) : undefined,
      });
      connect(arn, targetGroupArn, 'yes');
    }
  }
}

function subnetParts({ subject, vpc }: SubjectNetwork): DrawnPart[] {
  const { tasks, instances = [] } = subject.placement;
  const ids = new Set([...tasks, ...instances].map(({ subnetId }) => subnetId));
  return [...ids].map((id): DrawnPart => {
    const subnet = subnetOf(vpc, id);
    const free = subnet?.AvailableIpAddressCount;
    const facts = [
      subnet?.AvailabilityZone,
      kindText(subnetKind(vpc, id)),
      free === undefined || subnet?.Ipv6Native ? undefined : l10n.t('{0} free addresses', String(free)),
    ];
    return { id, kind: 'subnet', label: id, detail: facts.filter(Boolean).join(', ') || undefined };
  });
}

function kindText(kind: SubnetKind): string | undefined {
  switch (kind) {
    case 'public':
      return l10n.t('public');
    case 'private':
      return l10n.t('private');
    case 'isolated':
      return l10n.t('no way out');
    case 'unknown':
      return undefined;
  }
}

function destinationLabel({ destination }: Verdict): string {
  switch (destination.kind) {
    case 'service':
      return [destination.service, destination.region].filter(Boolean).join(' ');
    case 'internet':
      return destination.host;
    case 'fileSystem':
      return destination.fileSystemId;
    case 'container':
      return destination.containerName;
  }
}
