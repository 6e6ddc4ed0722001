import { l10n } from 'vscode';
import { fetchActiveCluster } from '../../../aws/read/clusters.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchFamilies, fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { askPick, askText, type Choice, type Place, type Step } from '../../common/pick/steps.ts';
import { askNetwork } from '../../common/pick/networkSteps.ts';
import { isServiceName, type ServiceDraft } from './serviceDraft.ts';
import { pickTargetGroup } from './targetGroupStep.ts';

const totalSteps = 7;

/** The questions of a new service; each writes its answer into the draft. A revision that is known is not asked for. */
export function createServiceSteps(connection: Connection, draft: ServiceDraft): Step[] {
  const known = draft.taskDefinition ? 1 : 0;
  const place = (step: number) => ({
    title: l10n.t('Create Service'),
    step: step - known,
    totalSteps: totalSteps - known,
  });
  const pick = <T>(step: number, placeholder: string, items: Promise<Choice<T>[]>, take: (value: T) => void) =>
    askPick(place(step), placeholder, items, take);
  return [
    ...(known ? [] : [() => askFamily(connection, draft, place(1))]),
    () =>
      askText({
        place: place(2),
        prompt: l10n.t('Name of the service'),
        value: draft.name,
        problem: unless(isServiceName),
        take: (text) => (draft.name = text),
      }),
    () => pick(3, l10n.t('Where its tasks run'), capacityItems(connection, draft), (value) => (draft.capacity = value)),
    async () => {
      if (draft.taskDefinition?.networkMode !== 'awsvpc') return 'skipped';
      return askNetwork(connection, draft.clusterArn, place(4), (network) => (draft.network = network));
    },
    async () => {
      if (draft.taskDefinition?.networkMode !== 'awsvpc' || !isFargate(draft)) return 'skipped';
      const items: Choice<'DISABLED' | 'ENABLED'>[] = [
        {
          label: l10n.t('No public address'),
          detail: l10n.t('The subnets need a NAT gateway or endpoints.'),
          value: 'DISABLED',
        },
        { label: l10n.t('A public address for each task'), detail: l10n.t('For public subnets.'), value: 'ENABLED' },
      ];
      return pick(5, l10n.t('Public address'), Promise.resolve(items), (assignPublicIp) => {
        draft.network = { subnets: [], ...draft.network, assignPublicIp };
      });
    },
    () => pickTargetGroup(connection, draft, place(6)),
    () =>
      askText({
        place: place(7),
        prompt: l10n.t('Desired count of tasks'),
        value: String(draft.desiredCount),
        problem: unless(isCount),
        take: (text) => (draft.desiredCount = Number(text)),
      }),
  ];
}

const unless = (isRight: (text: string) => boolean) => (text: string) =>
  isRight(text) ? undefined : l10n.t('This cannot be used.');

const isCount = (text: string): boolean => /^\d{1,4}$/.test(text);

function isFargate({ capacity }: ServiceDraft): boolean {
  if (!capacity) return false;
  return 'launchType' in capacity ? capacity.launchType === 'FARGATE' : capacity.capacityProvider.startsWith('FARGATE');
}

/** The family's newest revision is what runs; its name is offered as the service's. */
async function askFamily(connection: Connection, draft: ServiceDraft, place: Place): ReturnType<Step> {
  const items = fetchFamilies(connection).then((families) =>
    families.map((family) => ({ label: family, value: family })),
  );
  let family = '';
  const placeholder = l10n.t('Task definition, of which the newest revision runs');
  const answer = await askPick(place, placeholder, items, (value) => (family = value));
  if (answer !== 'answered') return answer;
  draft.taskDefinition = (await fetchTaskDefinition(connection, family)).taskDefinition;
  draft.name ||= family;
  return 'answered';
}

async function capacityItems(
  connection: Connection,
  draft: ServiceDraft,
): Promise<Choice<NonNullable<ServiceDraft['capacity']>>[]> {
  const cluster = await fetchActiveCluster(connection, draft.clusterArn);
  const types = draft.taskDefinition?.compatibilities ?? [];
  const launchTypes = (['FARGATE', 'EC2', 'EXTERNAL'] as const).filter((type) => types.includes(type));
  const providers = (cluster?.capacityProviders ?? []).filter(
    (name) => !name.startsWith('FARGATE') || types.includes('FARGATE'),
  );
  return [
    ...launchTypes.map((launchType) => ({
      label: launchType,
      description: l10n.t('launch type'),
      value: { launchType },
    })),
    ...providers.map((capacityProvider) => ({
      label: capacityProvider,
      description: l10n.t('capacity provider'),
      value: { capacityProvider },
    })),
  ];
}
