import * as l10n from '@vscode/l10n';
import type { Cause } from '../cause.ts';
import { nameIn, saidByAws } from '../words.ts';

// Why there is no place for a task.

const noRoom = saidByAws({
  id: 'no-room',
  patterns: [/RESOURCE:(?:CPU|MEMORY|GPU|ENI)|insufficient (?:CPU|memory)|met all of its requirements/i],
  say: (words) => {
    const what = /RESOURCE:(\w+)|insufficient (CPU|memory)/i.exec(words);
    return {
      sentence: l10n.t(
        'No container instance has enough {0} left for the task.',
        what?.[1] ?? what?.[2] ?? l10n.t('room'),
      ),
      short: l10n.t('no instance has room'),
      advice: l10n.t('Add capacity, or ask for less CPU or memory.'),
    };
  },
  remedies: ['openDefinition', 'openService'],
  wants: ['instances'],
});

const portInUse = saidByAws({
  id: 'no-free-host-port',
  patterns: [/RESOURCE:PORTS|already using a port required/i],
  say: () => ({
    sentence: l10n.t('Every container instance already uses the host port that the task asks for.'),
    short: l10n.t('host port in use'),
    advice: l10n.t('Set hostPort to 0, or add instances: a fixed host port lets one task run on each.'),
  }),
  remedies: ['openDefinition'],
  wants: ['instances'],
});

const noInstances = saidByAws({
  id: 'no-instances',
  patterns: [/NO ACTIVE INSTANCES|EMPTY CAPACITY PROVIDER|No Container Instances were found/i],
  say: () => ({
    sentence: l10n.t('The cluster has no container instance to run the task on.'),
    short: l10n.t('no container instances'),
    advice: l10n.t('Add instances, or run it on Fargate. An instance joins the cluster that ECS_CLUSTER names.'),
  }),
  remedies: ['openService'],
  wants: ['instances'],
});

const constraint = saidByAws({
  id: 'constraint-unmet',
  patterns: [/placement constraint unsatisfied|\bATTRIBUTE\b|MemberOf|missing an attribute required/i],
  say: () => ({
    sentence: l10n.t('No container instance meets the placement constraints, or has what the task requires.'),
    short: l10n.t('constraint not met'),
    advice: l10n.t(
      'Compare the constraints and requiresAttributes of the task definition with the attributes of the instances.',
    ),
  }),
  remedies: ['openDefinition'],
  wants: ['instances', 'definition'],
});

const agent = saidByAws({
  id: 'agent-disconnected',
  patterns: [/^(?:TaskFailedToStart: )?AGENT$|encountered error "AGENT"|agent connected/i],
  say: () => ({
    sentence: l10n.t('The ECS agent of the container instances is not connected.'),
    short: l10n.t('agent not connected'),
    advice: l10n.t('Look whether the instances run, the agent runs there, and they reach ECS.'),
  }),
  wants: ['instances', 'reach'],
});

const capacity = saidByAws({
  id: 'capacity-unavailable',
  patterns: [/Capacity is unavailable at this time/i],
  say: () => ({
    sentence: l10n.t('AWS has no capacity of that kind there now.'),
    short: l10n.t('no capacity now'),
    advice: l10n.t(
      'It is tried again by itself. More Availability Zones, or FARGATE beside FARGATE_SPOT, give it more to choose from.',
    ),
  }),
  remedies: ['openService'],
});

const quota = saidByAws({
  id: 'quota-reached',
  patterns: [
    /reached the limit on the number of (?:tasks|vCPUs)|configuration is above your limit|LimitExceeded|vCPU limit/i,
  ],
  say: () => ({
    sentence: l10n.t('The account has reached its quota of Fargate capacity.'),
    short: l10n.t('quota reached'),
    advice: l10n.t('Ask for a higher quota of Fargate vCPUs in Service Quotas, or run fewer tasks.'),
  }),
});

const subnetFull = saidByAws({
  id: 'no-network-interface',
  patterns: [/Create Network Interface|InsufficientFreeAddresses|free addresses|not enough free addresses/i],
  say: (words) => ({
    sentence: l10n.t(
      'No network interface could be made in subnet {0}.',
      nameIn(words, 'subnet') ?? l10n.t('of the service'),
    ),
    short: l10n.t('no network interface'),
    advice: l10n.t('The subnet may have no free address left, or ECS may not use it: add subnets, or free addresses.'),
  }),
  remedies: ['openService'],
  wants: ['reach'],
});

const interfaceSlots = saidByAws({
  id: 'no-interface-slot',
  patterns: [/unused device index|network interface limit|RESOURCE:ENI/i],
  say: () => ({
    sentence: l10n.t('The container instance takes no further network interface.'),
    short: l10n.t('no interface slot'),
    advice: l10n.t('Use larger instances, or turn on the account setting awsvpcTrunking.'),
  }),
});

export const placementCauses: readonly Cause[] = [
  noInstances,
  portInUse,
  interfaceSlots,
  constraint,
  agent,
  noRoom,
  capacity,
  quota,
  subnetFull,
];
