import type { AwsVpcConfiguration } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchSecurityGroupItems, fetchSubnetItems, type SubnetItem, subnetProblem, whyTyped } from './networkItems.ts';
import { askPick, askPickMany, askText, back, type Choice, type Place, type Step } from './steps.ts';
import { fetchKnownNetworks } from '../../../aws/read/knownNetworks.ts';

/** Subnets and security groups; without groups the VPC's default one holds. */
export interface Network {
  subnets: string[];
  securityGroups?: string[];
}

type Take = (network: Network) => void;
type Source = AwsVpcConfiguration | 'account' | 'typed';

/** Asks for the network of a new service: one in which others run, subnets and groups of the account, or ids. */
export async function askNetwork(
  connection: Connection,
  clusterArn: string,
  place: Place,
  take: Take,
): ReturnType<Step> {
  for (;;) {
    let source: Source = 'typed';
    const placeholder = l10n.t('Subnets and security groups');
    const answer = await askPick(place, placeholder, sources(connection, clusterArn), (value) => (source = value));
    if (answer !== 'answered') return answer;
    const asked = await askFrom(connection, place, source, take);
    // Back leads to where the network comes from, not to the question before it.
    if (asked !== back) return asked;
  }
}

async function sources(connection: Connection, clusterArn: string): Promise<Choice<Source>[]> {
  const networks = await fetchKnownNetworks(connection, clusterArn);
  return [
    ...networks.map(({ configuration, users }) => ({
      label: (configuration.subnets ?? []).join(', '),
      description: (configuration.securityGroups ?? []).join(', '),
      detail: l10n.t('as {0}', users.slice(0, 3).join(', ')),
      value: configuration,
    })),
    { label: l10n.t('Choose from the account…'), value: 'account' },
    { label: l10n.t('Type subnets and security groups…'), value: 'typed' },
  ];
}

async function askFrom(connection: Connection, place: Place, source: Source, take: Take): ReturnType<Step> {
  if (source === 'typed') return askNetworkIds(place, take);
  if (source === 'account') return askAccountNetwork(connection, place, take);
  take({ subnets: source.subnets ?? [], securityGroups: source.securityGroups });
  return 'answered';
}

/** Asks for subnets and security groups of the account; where it may not be asked for them, for their ids. */
export async function askAccountNetwork(connection: Connection, place: Place, take: Take): ReturnType<Step> {
  let chosen: readonly SubnetItem[] = [];
  try {
    const items = fetchSubnetItems(connection);
    const answer = await askPickMany(place, l10n.t('Subnets'), items, subnetProblem, (some) => (chosen = some));
    if (answer !== 'answered') return answer;
  } catch (error) {
    return askNetworkIds(place, take, whyTyped(error));
  }
  const ids = chosen.map(({ value }) => value.id);
  return askGroups(connection, place, chosen[0]?.value.vpcId ?? '', (groups) =>
    take({ subnets: ids, securityGroups: groups }),
  );
}

async function askGroups(
  connection: Connection,
  place: Place,
  vpcId: string,
  take: (securityGroups: string[] | undefined) => void,
): ReturnType<Step> {
  const keep = (groups: string[]): void => take(groups.length > 0 ? groups : undefined);
  const none = (): undefined => undefined;
  try {
    const groups = fetchSecurityGroupItems(connection, vpcId);
    return await askPickMany(place, groupsPrompt(), groups, none, (items) => keep(items.map(({ value }) => value)));
  } catch (error) {
    const prompt = [whyTyped(error), groupsPrompt()].join(' ');
    return askText({ place, prompt, problem: none, take: (text) => keep(idsIn(text, 'sg')) });
  }
}

const groupsPrompt = (): string => l10n.t('Security groups; none for the default one of the VPC');

/** Asks for the ids of subnets and security groups; `why` says what kept them from being offered. */
export function askNetworkIds(place: Place, take: Take, why = ''): ReturnType<Step> {
  const prompt = [why, l10n.t('Ids such as subnet-0a1b2c3d sg-0a1b2c3d')].filter(Boolean).join(' ');
  const groupsIn = (text: string): string[] | undefined => {
    const groups = idsIn(text, 'sg');
    return groups.length > 0 ? groups : undefined;
  };
  return askText({
    place,
    prompt,
    problem: problemOfIds,
    take: (text) => take({ subnets: idsIn(text, 'subnet'), securityGroups: groupsIn(text) }),
  });
}

function problemOfIds(text: string): string | undefined {
  const wrong = text.split(/[\s,]+/).find((id) => id !== '' && !/^(?:subnet|sg)-[0-9a-z]+$/.test(id));
  if (wrong) return l10n.t('{0} is not an id such as {1}.', wrong, 'subnet-0a1b2c3d');
  return idsIn(text, 'subnet').length === 0 ? l10n.t('At least one subnet, please.') : undefined;
}

function idsIn(text: string, kind: 'subnet' | 'sg'): string[] {
  return text.match(new RegExp(`\\b${kind}-[0-9a-z]+`, 'g')) ?? [];
}
