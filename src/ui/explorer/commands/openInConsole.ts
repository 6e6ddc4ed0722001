import { env, l10n, Uri } from 'vscode';
import { longArn } from '../../../ecs/arn.ts';
import { consoleUrl, familyConsoleUrl } from '../../../ecs/consoleUrl.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { arnOfResource, type Resource } from '../../common/resource.ts';

export const failure = (): string => l10n.t('The AWS console was not opened.');

/** Opens the page of the AWS console that shows the row, in its partition and Region. */
export async function run(_workbench: Workbench, node?: unknown): Promise<void> {
  const [resource] = chosenResources(node, undefined);
  const url = resource && (await urlOf(resource));
  if (!url) throw new UserError(l10n.t('The AWS console has no page for this row.'));
  await env.openExternal(Uri.parse(url, true));
}

async function urlOf(resource: Resource): Promise<string | undefined> {
  if (resource.kind === 'capacityProvider') return consoleUrl(resource.clusterArn);
  if (resource.kind !== 'family') {
    const arn = arnOfResource(resource) ?? '';
    return consoleUrl('clusterArn' in resource ? longArn(arn, resource.clusterArn) : arn);
  }
  const { partition } = await resource.connection.identity();
  return familyConsoleUrl(resource.family, resource.connection.region, partition);
}
