import type { AwsVpcConfiguration } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import {
  fetchSecurityGroupItems,
  fetchSubnetItems,
  type SubnetItem,
  subnetProblem,
  whyTyped,
} from '../../common/pick/networkItems.ts';
import { askPick, askPickMany, askText, type Choice, type Place } from '../../common/pick/askStep.ts';
import { back, type Step } from '../../common/pick/askSteps.ts';
import { fetchKnownNetworks } from '../../../aws/read/knownNetworks.ts';
import type { ServiceDraft } from './serviceDraft.ts';

type Source = AwsVpcConfiguration | 'account' | 'typed';

/** Asks for the network of a new service: one in which others run, subnets and groups of the account, or ids. */
export async function askServiceNetwork(connection: Connection, draft: ServiceDraft, place: Place): ReturnType<Step> {
  for (;;) {
    let source: Source = 'typed';
    const placeholder = l10n.t('Subnets and security groups');
    const answer = await askPick(place, placeholder, sources(connection, draft), (value) => (source = value));
    if (answer !== 'answered') return answer;
    const asked = await askFrom(connection, draft, place, source);
    // Back leads to where the network comes from, not to the question before it.
    if (asked !== back) return asked;
  }
}

async function sources(connection: Connection, draft: ServiceDraft): Promise<Choice<Source>[]> {
  const networks = await fetchKnownNetworks(connection, draft.clusterArn);
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

async function askFrom(connection: Connection, draft: ServiceDraft, place: Place, source: Source): ReturnType<Step> {
  if (source === 'typed') return askIds(draft, place);
  if (source === 'account') return askAccountNetwork(connection, draft, place);
  draft.network = { subnets: source.subnets, securityGroups: source.securityGroups };
  return 'answered';
}

async function askAccountNetwork(connection: Connection, draft: ServiceDraft, place: Place): ReturnType<Step> {
  let chosen: readonly SubnetItem[] = [];
  try {
    const items = fetchSubnetItems(connection);
    const answer = await askPickMany(place, l10n.t('Subnets'), items, subnetProblem, (some) => (chosen = some));
    if (answer !== 'answered') return answer;
  } catch (error) {
    return askIds(draft, place, whyTyped(error));
  }
  const ids = chosen.map(({ value }) => value.id);
  return askGroups(connection, draft, place, ids, chosen[0]?.value.vpcId ?? '');
}

async function askGroups(
  connection: Connection,
  draft: ServiceDraft,
  place: Place,
  subnets: string[],
  vpcId: string,
): ReturnType<Step> {
  const take = (securityGroups: string[]): void => {
    draft.network = { subnets, ...(securityGroups.length > 0 ? { securityGroups } : {}) };
  };
  const none = (): undefined => undefined;
  try {
    const groups = fetchSecurityGroupItems(connection, vpcId);
    return await askPickMany(place, groupsPrompt(), groups, none, (items) => take(items.map(({ value }) => value)));
  } catch (error) {
    const prompt = [whyTyped(error), groupsPrompt()].join(' ');
    return askText(
      place,
      prompt,
      '',
      () => true,
      (text) => take(idsIn(text, 'sg')),
    );
  }
}

const groupsPrompt = (): string => l10n.t('Security groups; none for the default one of the VPC');

function askIds(draft: ServiceDraft, place: Place, why = ''): ReturnType<Step> {
  const isNetwork = (text: string): boolean => idsIn(text, 'subnet').length > 0;
  const prompt = [why, l10n.t('Ids such as subnet-0a1b2c3d sg-0a1b2c3d')].filter(Boolean).join(' ');
  return askText(place, prompt, '', isNetwork, (text) => {
    draft.network = { subnets: idsIn(text, 'subnet'), securityGroups: idsIn(text, 'sg') };
  });
}

function idsIn(text: string, kind: 'subnet' | 'sg'): string[] {
  return text.match(new RegExp(`\\b${kind}-[0-9a-f]{8,17}\\b`, 'g')) ?? [];
}
