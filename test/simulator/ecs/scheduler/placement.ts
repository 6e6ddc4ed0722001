import type { CapacityProviderStrategyItem, LaunchType, TaskDefinition } from '@aws-sdk/client-ecs';
import type { ClusterState } from '../clusterState.ts';
import type { InstanceState } from '../instanceState.ts';

/** Where a task goes, or why it goes nowhere. */
export type Placement =
  | { kind: 'placed'; launchType: LaunchType; capacityProviderName?: string; instance?: InstanceState }
  /** `code` as in RunTask's failures, `lack` as in service events; `closest` is the host that came nearest. */
  | { kind: 'none'; code: string; lack: string; closest?: InstanceState };

export interface PlacementRequest {
  cluster: ClusterState;
  definition: TaskDefinition;
  launchType: LaunchType | undefined;
  strategy: readonly CapacityProviderStrategyItem[];
  /** How many tasks the strategy has already placed; base and weights follow from it. */
  placed: number;
}

/** Finds a place for one task. */
export function place(request: PlacementRequest): Placement {
  const provider = pickProvider(request.strategy, request.placed);
  if (provider?.startsWith('FARGATE')) return { kind: 'placed', launchType: 'FARGATE', capacityProviderName: provider };
  if (!provider && request.launchType === 'FARGATE') return { kind: 'placed', launchType: 'FARGATE' };
  const launchType = request.launchType === 'EXTERNAL' ? 'EXTERNAL' : 'EC2';
  const found = pickInstance(request, provider);
  return found.kind === 'none' ? found : { ...found, launchType, capacityProviderName: provider };
}

function pickProvider(strategy: readonly CapacityProviderStrategyItem[], placed: number): string | undefined {
  let before = 0;
  for (const item of strategy) {
    before += item.base ?? 0;
    if (placed < before) return item.capacityProvider;
  }
  const weighted = strategy.filter((item) => (item.weight ?? 0) > 0);
  const total = weighted.reduce((sum, item) => sum + (item.weight ?? 0), 0);
  let turn = total > 0 ? (placed - before) % total : 0;
  for (const item of weighted) {
    turn -= item.weight ?? 0;
    if (turn < 0) return item.capacityProvider;
  }
  return strategy[0]?.capacityProvider;
}

function pickInstance(request: PlacementRequest, provider: string | undefined): Placement {
  const hosts = [...request.cluster.instances.values()].filter(
    (host) => host.status === 'ACTIVE' && (provider === undefined || host.options.capacityProviderName === provider),
  );
  const need = needs(request.definition);
  const rejected: { host: InstanceState; code: string; lack: string }[] = [];
  for (const host of hosts.sort((a, b) => b.remaining('memory') - a.remaining('memory'))) {
    const refusal = refuses(host, need);
    if (!refusal) return { kind: 'placed', launchType: 'EC2', instance: host };
    rejected.push({ host, ...refusal });
  }
  const nearest = rejected[0];
  if (!nearest) return { kind: 'none', code: 'EMPTY CAPACITY PROVIDER', lack: '' };
  return { kind: 'none', code: nearest.code, lack: nearest.lack, closest: nearest.host };
}

interface Needs {
  cpu: number;
  memory: number;
  ports: number[];
}

export function needs(definition: TaskDefinition): Needs {
  const containers = definition.containerDefinitions ?? [];
  const total = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
  const ports = definition.networkMode === 'awsvpc' ? [] : containers.flatMap((each) => each.portMappings ?? []);
  return {
    cpu: Number(definition.cpu ?? total(containers.map((each) => each.cpu ?? 0))),
    memory: Number(definition.memory ?? total(containers.map((each) => each.memoryReservation ?? each.memory ?? 0))),
    ports: ports.map((port) => port.hostPort ?? 0).filter(Boolean),
  };
}

export function refuses(host: InstanceState, need: Needs): { code: string; lack: string } | undefined {
  if (!host.agentConnected) return { code: 'AGENT', lack: "doesn't have the agent connected." };
  if (host.remaining('memory') < need.memory)
    return { code: 'RESOURCE:MEMORY', lack: 'has insufficient memory available.' };
  if (host.remaining('cpu') < need.cpu) return { code: 'RESOURCE:CPU', lack: 'has insufficient CPU units available.' };
  const used = host.usedPorts();
  if (need.ports.some((port) => used.includes(port))) {
    return { code: 'RESOURCE:PORTS', lack: 'is already using a port required by your task.' };
  }
  return undefined;
}
