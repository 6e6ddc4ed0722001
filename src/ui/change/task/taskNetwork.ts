import { CancellationError, l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { RunTaskInput } from '../../../aws/change/task.ts';
import { askAccountNetwork, askNetworkIds, type Network } from '../../common/pick/networkSteps.ts';
import { pickOne } from '../../common/pick/pickOne.ts';
import { askSteps, type Place, type Step } from '../../common/pick/steps.ts';
import type { TaskShape } from './taskShape.ts';

/** Where and in which network a task is to run, with the lines that say so. */
export interface TaskPlacement {
  input: Pick<RunTaskInput, 'launchType' | 'capacityProviderStrategy' | 'platformVersion' | 'networkConfiguration'>;
  lines: string[];
}

/** Has subnets and security groups chosen from the account; where it may not be asked, their ids are typed. */
export async function chooseNetwork(connection: Connection, definition: TaskShape): Promise<TaskPlacement> {
  return placementIn(definition, await ask((place, take) => askAccountNetwork(connection, place, take)));
}

/** Asks for the ids of subnets and security groups. */
export async function typeNetwork(definition: TaskShape): Promise<TaskPlacement> {
  return placementIn(definition, await ask(askNetworkIds));
}

async function ask(step: (place: Place, take: (network: Network) => void) => ReturnType<Step>): Promise<Network> {
  let network: Network | undefined;
  await askSteps([() => step({ title: l10n.t('Run Task') }, (given) => (network = given))]);
  if (!network) throw new CancellationError();
  return network;
}

async function placementIn(
  { compatibilities, requiresCompatibilities }: TaskShape,
  { subnets, securityGroups = [] }: Network,
): Promise<TaskPlacement> {
  const onFargate = (compatibilities ?? requiresCompatibilities ?? ['FARGATE']).includes('FARGATE');
  const assignPublicIp = onFargate ? await askPublicIp() : undefined;
  const launchType = onFargate ? ('FARGATE' as const) : ('EC2' as const);
  const awsvpcConfiguration = {
    subnets,
    ...(securityGroups.length > 0 ? { securityGroups } : {}),
    ...(assignPublicIp ? { assignPublicIp } : {}),
  };
  return {
    input: { launchType, networkConfiguration: { awsvpcConfiguration } },
    lines: [
      l10n.t('Launch type {0}', launchType),
      l10n.t('Subnets {0}', subnets.join(', ')),
      ...(securityGroups.length > 0 ? [l10n.t('Security groups {0}', securityGroups.join(', '))] : []),
      ...(assignPublicIp ? [l10n.t('Public IP: {0}', assignPublicIp)] : []),
    ],
  };
}

async function askPublicIp(): Promise<'ENABLED' | 'DISABLED'> {
  const yes = {
    label: l10n.t('With a public IP'),
    description: l10n.t('public subnets: the image is pulled through it'),
  };
  const no = { label: l10n.t('Without a public IP'), description: l10n.t('private subnets with NAT or VPC endpoints') };
  const picked = await pickOne([no, yes], {
    title: l10n.t('Run Task'),
    placeHolder: l10n.t('Public IP'),
  });
  return picked === yes ? 'ENABLED' : 'DISABLED';
}
