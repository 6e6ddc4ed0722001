import type { Deployment, Service, ServiceDeploymentBrief } from '@aws-sdk/client-ecs';
import { l10n, type QuickPickItem } from 'vscode';
import { AwsError, historyAccess } from '../../aws/errors.ts';
import { fetchServiceDeploymentBriefs, fetchServiceRevisions } from '../../aws/read/serviceDeployments.ts';
import { fetchService } from '../../aws/read/services.ts';
import { familyRevision, nameOfArn } from '../../ecs/arn.ts';
import { recordOf } from '../../ecs/deployment/deploymentRecord.ts';
import { primaryDeployment } from '../../ecs/deployment/rollout.ts';
import type { ServiceResource } from '../common/resource.ts';
import { UserError } from '../common/userError.ts';
import type { Workbench } from '../common/workbench.ts';
import { chooseService } from '../common/pick/chooseService.ts';
import { deployments } from './deployments.ts';
import type { PendingDeployment } from './pendingDeployments.ts';
import { openDeploymentPanel } from './panel/deploymentPanels.ts';
import { pickOne } from '../common/pick/pickOne.ts';

export const failure = (): string => l10n.t('The deployment cannot be shown.');

const limit = 30;

/** Shows a deployment: the one that was given, the one that runs, or one of the past that the person picks. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  const target = await chooseService(workbench, argument, l10n.t('Show Deployment'));
  const deployment = givenDeployment(argument) ?? (await chooseDeployment(target));
  openDeploymentPanel(workbench, await deployments(workbench).open(target.connection, deployment), true);
}

function givenDeployment(argument: unknown): PendingDeployment | undefined {
  if (typeof argument !== 'object' || argument === null || !('deployment' in argument)) return undefined;
  const deployment = argument.deployment as Partial<PendingDeployment> | undefined;
  return typeof deployment?.deploymentId === 'string' ? (deployment as PendingDeployment) : undefined;
}

interface DeploymentItem extends QuickPickItem {
  deployment: PendingDeployment;
}

async function chooseDeployment(target: ServiceResource): Promise<PendingDeployment> {
  const { connection, clusterArn, serviceArn } = target;
  const service = await fetchService(connection, clusterArn, serviceArn);
  const items = await fetchItems(target, service);
  const [newest] = items;
  if (!newest) throw new UserError(l10n.t('{0} has no deployment that could be shown.', service.serviceName ?? ''));
  if (items.length === 1 || primaryDeployment(service)?.rolloutState === 'IN_PROGRESS') return newest.deployment;
  const picked = await pickOne(items, {
    title: l10n.t('Show Deployment'),
    placeHolder: l10n.t('Deployment of {0}', service.serviceName ?? ''),
    matchOnDescription: true,
  });
  return picked.deployment;
}

/** The PRIMARY deployment first, then what the history remembers; a role that may not read that has the first alone. */
async function fetchItems(target: ServiceResource, service: Service): Promise<DeploymentItem[]> {
  const { account } = await target.connection.identity();
  const { connection, clusterArn: cluster, serviceArn } = target;
  const primary = primaryDeployment(service);
  const briefs = await fetchServiceDeploymentBriefs(connection, { cluster, service: serviceArn, limit }).catch(nothing);
  const arns = briefs.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []);
  const revisions = arns.length > 0 ? await fetchServiceRevisions(connection, arns).catch(nothing) : [];
  const own = primary?.createdAt && recordOf(briefs, primary.createdAt, othersOf(service, primary));
  const base = { profile: connection.profileLabel, region: connection.region, account, intent: 'deploy' as const };
  const common = { ...base, clusterArn: cluster, serviceArn, serviceName: service.serviceName ?? '' };
  const past = briefs
    .filter((brief) => brief !== own)
    .map((brief): DeploymentItem => {
      const definition = revisions.find(
        ({ serviceRevisionArn }) => serviceRevisionArn === brief.targetServiceRevisionArn,
      );
      const revision = familyRevision(definition?.taskDefinition ?? '');
      return { ...itemText(revision, brief), deployment: { ...common, ...pastDeployment(brief), revision } };
    });
  if (!primary) return past;
  const revision = familyRevision(primary.taskDefinition ?? '');
  const started = { deploymentId: primary.id ?? '', startedAt: primary.createdAt?.getTime() ?? 0, revision };
  const arn = own?.serviceDeploymentArn;
  const label = { label: revision, description: [l10n.t('newest'), primary.rolloutState ?? ''].join(' · ') };
  return [{ ...label, deployment: { ...common, ...started, arn } }, ...past];
}

function othersOf({ deployments = [] }: Service, primary: Deployment): Date[] {
  return deployments.flatMap(({ id, createdAt }) => (id === primary.id || !createdAt ? [] : createdAt));
}

function pastDeployment({ serviceDeploymentArn: arn = '', createdAt }: ServiceDeploymentBrief) {
  return { deploymentId: nameOfArn(arn), startedAt: createdAt?.getTime() ?? 0, arn };
}

function itemText(revision: string, { status = 'PENDING', createdAt, statusReason }: ServiceDeploymentBrief) {
  const description = [status, createdAt?.toLocaleString() ?? ''].join(' · ');
  return { label: revision, description, detail: statusReason };
}

function nothing(error: unknown): never[] {
  if (error instanceof AwsError && historyAccess(error) !== 'undecided') return [];
  throw error;
}
