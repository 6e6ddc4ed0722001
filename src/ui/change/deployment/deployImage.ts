import type { ContainerDefinition, Service, TaskDefinition } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, window } from 'vscode';
import { fetchImageTags } from '../../../aws/read/imageTags.ts';
import type { Consent } from '../../../aws/connection/gate.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { type DescribedTaskDefinition, fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { imageRepository } from '../../../ecs/image.ts';
import { registrableText } from '../../../taskdef/register/normalise.ts';
import type { RegisterInput } from '../../../taskdef/register/registerInput.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import type { ServiceResource } from '../../common/resource.ts';
import type { Workbench } from '../../common/workbench.ts';
import { describeError } from '../../common/reportError.ts';
import { UserError } from '../../common/userError.ts';
import { deployRevision } from '../../common/waysOut.ts';
import { askAndUpdate } from '../../deployments/startUpdate.ts';
import { describeChanges } from '../taskDefinition/changeLines.ts';
import { registerAsSeen } from '../taskDefinition/registerAsSeen.ts';
import { chooseServiceToChange } from '../chooseServiceToChange.ts';
import { changedService } from '../../common/change/changedService.ts';
import { assertEcsDeploys } from './deploymentController.ts';
import { deploymentLines } from './deploymentLines.ts';
import { followOrTell } from '../../deployments/followRollout.ts';
import { showTaskDefinitionDiff } from '../taskDefinition/taskDefinitionDiff.ts';
import { pickOne } from '../../common/pick/pickOne.ts';
import { showInformation } from '../../common/messages.ts';

export const failure = (): string => l10n.t('No image was deployed.');

const title = (): string => l10n.t('Deploy Image');

/** Gives one container of a service another image tag: makes a revision from the one that runs, and deploys it. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = await chooseServiceToChange(workbench, node, title());
  const { connection, clusterArn, serviceArn } = target;
  const service = await fetchService(connection, clusterArn, serviceArn);
  assertEcsDeploys(service);
  const running = await fetchTaskDefinition(connection, service.taskDefinition ?? '');
  const container = await pickContainer(running.taskDefinition);
  const image = await pickImage(target, container);
  if (image === container.image) {
    const { serviceName = '' } = service;
    void showInformation(l10n.t('{0} of {1} already runs {2}.', container.name ?? '', serviceName, image));
    return;
  }
  await deploy(workbench, target, { service, running, input: withImage(running, container, image) });
}

/** The running revision as something that can be registered, with one image changed. */
function withImage(running: DescribedTaskDefinition, { name }: ContainerDefinition, image: string): RegisterInput {
  const input = JSON.parse(registrableText(running.taskDefinition, running.tags)) as RegisterInput;
  for (const container of input.containerDefinitions ?? []) if (container.name === name) container.image = image;
  return input;
}

interface ImagePlan {
  service: Service;
  running: DescribedTaskDefinition;
  input: RegisterInput;
}

async function deploy(workbench: Workbench, target: ServiceResource, plan: ImagePlan): Promise<void> {
  const { connection } = target;
  const { service, input } = plan;
  const { serviceName = '' } = service;
  const registered = await registerAsSeen(connection, {
    title: l10n.t('Deploying an image to {0}', serviceName),
    input,
    ask: (known, between) => confirm(workbench, target, plan, { known, between }),
  });
  const { taskDefinition: made, consent } = registered;
  workbench.revisionNews.fire({ connection, latest: { taskDefinition: made, tags: input.tags ?? [] } });
  await update(workbench, target, service, { made, consent });
}

async function confirm(
  workbench: Workbench,
  { connection }: ServiceResource,
  { service, running, input }: ImagePlan,
  { known, between }: { known: number; between: readonly string[] },
): Promise<Consent> {
  const next = `${input.family}:${known + 1}`;
  await showTaskDefinitionDiff(workbench, connection, running, input, `${next}.json`);
  return confirmChange({
    connection,
    operation: 'RegisterTaskDefinition',
    also: ['UpdateService'],
    question: l10n.t('Register {0} and deploy it to {1}?', next, service.serviceName ?? ''),
    ...changedService(service),
    changes: [
      l10n.t('Task definition: {0} → {1}', familyRevision(service.taskDefinition ?? ''), next),
      ...describeChanges(running, input),
      ...deploymentLines(service),
    ],
    between,
    action: l10n.t('Deploy'),
  });
}

/** Deploys what was registered for it. A revision that is there but did not get further is named: it can be deployed. */
async function update(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  { made, consent }: { made: TaskDefinition; consent: Consent },
): Promise<void> {
  const { taskDefinitionArn = '' } = made;
  const [name, { serviceName = '' }] = [familyRevision(taskDefinitionArn), service];
  try {
    const started = await askAndUpdate(workbench, target, service, {
      title: l10n.t('Deploying {0} to {1}', name, serviceName),
      ask: async (seen, between) => ({
        consent: between.length === 0 ? consent : await confirmDeploy(target, seen, name, between),
        update: { taskDefinition: taskDefinitionArn },
      }),
    });
    if (started) followOrTell(workbench, started);
  } catch (error) {
    const { message } = describeError(error, { region: target.connection.region });
    const reason = error instanceof CancellationError ? '' : message;
    throw new UserError(
      l10n.t('{0} is registered, but {1} was not set to it. {2}', name, serviceName, reason),
      deployRevision(taskDefinitionArn, target.connection),
    );
  }
}

function confirmDeploy(
  { connection }: ServiceResource,
  service: Service,
  revision: string,
  between: readonly string[],
): Promise<Consent> {
  const { serviceName = '', taskDefinition = '' } = service;
  return confirmChange({
    connection,
    operation: 'UpdateService',
    question: l10n.t('Deploy {0} to {1}?', revision, serviceName),
    ...changedService(service),
    changes: [
      l10n.t('{0} is registered.', revision),
      l10n.t('Task definition: {0} → {1}', familyRevision(taskDefinition), revision),
      ...deploymentLines(service),
    ],
    between,
    action: l10n.t('Deploy'),
  });
}

async function pickContainer({ containerDefinitions = [] }: TaskDefinition): Promise<ContainerDefinition> {
  const [only] = containerDefinitions;
  if (only && containerDefinitions.length === 1) return only;
  const items = containerDefinitions.map((container) => ({
    label: container.name ?? '',
    description: container.image,
    container,
  }));
  const picked = await pickOne(items, { title: title(), placeHolder: l10n.t('Container') });
  return picked.container;
}

/** From the repository's tags where ECR lists them, else typed. */
async function pickImage(
  { connection }: ServiceResource,
  { image = '', name = '' }: ContainerDefinition,
): Promise<string> {
  const tags = await fetchImageTags(connection, image);
  const repository = imageRepository(image);
  if (tags.length === 0) return typeImage(image, name);
  const other = { label: l10n.t('Another image…'), tag: undefined };
  const items = tags.map(({ tag, pushedAt }) => ({
    label: tag,
    description: [`${repository}:${tag}` === image ? l10n.t('running') : '', pushedAt?.toLocaleString() ?? '']
      .filter(Boolean)
      .join(' · '),
    tag,
  }));
  const picked = await pickOne([...items, other], {
    title: title(),
    placeHolder: l10n.t('Tag of {0}', repository),
    matchOnDescription: true,
  });
  return picked.tag === undefined ? typeImage(image, name) : `${repository}:${picked.tag}`;
}

async function typeImage(image: string, container: string): Promise<string> {
  const repository = imageRepository(image);
  const typed = await window.showInputBox({
    title: title(),
    prompt: l10n.t('Image of {0}', container),
    value: image,
    valueSelection: [repository.length + 1, image.length],
    validateInput: (text) =>
      /^[^\s]+$/.test(text.trim()) ? undefined : l10n.t('The name of an image, without blanks.'),
  });
  if (!typed?.trim()) throw new CancellationError();
  return typed.trim();
}
