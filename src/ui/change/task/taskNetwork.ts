import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, type QuickPickItem, window } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { AwsError } from '../../../aws/errors.ts';
import type { RunTaskInput } from '../../../aws/change/runTask.ts';
import {
  fetchSecurityGroupItems,
  fetchSubnetItems,
  type SubnetItem,
  subnetProblem,
  whyTyped,
} from '../../common/pick/networkItems.ts';

/** Where and in which network a task is to run, with the lines that say so. */
export interface TaskPlacement {
  input: Pick<RunTaskInput, 'launchType' | 'capacityProviderStrategy' | 'platformVersion' | 'networkConfiguration'>;
  lines: string[];
}

interface Network {
  subnets: string[];
  securityGroups: string[];
}

/** Has subnets and security groups chosen from the account; where it may not be asked, their ids are typed. */
export async function chooseNetwork(connection: Connection, definition: TaskDefinition): Promise<TaskPlacement> {
  try {
    return await placementIn(definition, await pickNetwork(connection));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return askNetwork(definition, whyTyped(error));
  }
}

/** Asks for the ids of subnets and security groups. */
export async function askNetwork(definition: TaskDefinition, why?: string): Promise<TaskPlacement> {
  const prompt = [why, l10n.t('Subnets, separated by blanks')].filter(Boolean).join(' ');
  const subnets = await askIds(prompt, 'subnet', 1);
  const securityGroups = await askIds(
    l10n.t('Security groups, separated by blanks; empty for the default one of the VPC'),
    'sg',
    0,
  );
  return placementIn(definition, { subnets, securityGroups });
}

async function pickNetwork(connection: Connection): Promise<Network> {
  const items = fetchSubnetItems(connection);
  let problem: string | undefined;
  let chosen: readonly SubnetItem[] = [];
  do {
    chosen = await pickMany(items, problem ?? l10n.t('Subnets'));
    problem = subnetProblem(chosen);
  } while (problem !== undefined);
  const groups = fetchSecurityGroupItems(connection, chosen[0]?.value.vpcId ?? '');
  const securityGroups = await pickMany(groups, l10n.t('Security groups; none for the default one of the VPC'));
  return { subnets: chosen.map(({ value }) => value.id), securityGroups: securityGroups.map(({ value }) => value) };
}

async function pickMany<I extends QuickPickItem>(items: Promise<I[]>, placeHolder: string): Promise<readonly I[]> {
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Run Task'),
    placeHolder,
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!picked) throw new CancellationError();
  return picked;
}

async function placementIn(
  { compatibilities, requiresCompatibilities }: TaskDefinition,
  { subnets, securityGroups }: Network,
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

async function askIds(prompt: string, kind: 'subnet' | 'sg', least: number): Promise<string[]> {
  const parse = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
  const text = await window.showInputBox({
    title: l10n.t('Run Task'),
    prompt,
    placeHolder: `${kind}-0123456789abcdef0`,
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const wrong = parse(typed).find((id) => !new RegExp(`^${kind}-[0-9a-z]+$`).test(id));
      if (wrong) return l10n.t('{0} is no id such as {1}.', wrong, `${kind}-0123456789abcdef0`);
      return parse(typed).length < least ? l10n.t('At least one, please.') : undefined;
    },
  });
  if (text === undefined || parse(text).length < least) throw new CancellationError();
  return parse(text);
}

async function askPublicIp(): Promise<'ENABLED' | 'DISABLED'> {
  const yes = {
    label: l10n.t('With a public IP'),
    description: l10n.t('public subnets: the image is pulled through it'),
  };
  const no = { label: l10n.t('Without a public IP'), description: l10n.t('private subnets with NAT or VPC endpoints') };
  const picked = await window.showQuickPick([no, yes], {
    title: l10n.t('Run Task'),
    placeHolder: l10n.t('Public IP'),
  });
  if (!picked) throw new CancellationError();
  return picked === yes ? 'ENABLED' : 'DISABLED';
}
