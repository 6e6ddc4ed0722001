import { l10n, languages, window, workspace } from 'vscode';
import { shortTaskId } from '../../../ecs/arn.ts';
import { consoleUrl } from '../../../ecs/consoleUrl.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { tabName } from '../../common/tabTitle.ts';
import { virtualDocument } from '../../common/virtualDocuments.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { fetchDetails } from './fetchDetails.ts';
import { arnOfResource, nameOfResource, type Resource } from '../../common/resource.ts';

export const failure = (): string => l10n.t('The details were not shown.');

/** Shows everything that AWS says of the rows as read-only JSON documents, which fold and hold links. */
export async function run(workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  const resources = chosenResources(node, selected);
  for (const resource of resources.slice(0, 10)) await show(workbench, resource, resources.length > 1);
}

async function show(workbench: Workbench, resource: Resource, several: boolean): Promise<void> {
  const details = await fetchDetails(resource);
  const name = visibleLine(nameOfResource(resource).replaceAll(/[/\\:]/g, '-'));
  // The tab shows the last part, its tooltip all of it.
  const path = `/${resource.kind}/${name}/${shortName(resource, name)}.details.json`;
  const uri = virtualDocument(workbench, path, `${detailsText(resource, details)}\n`, resource.connection);
  const document = await workspace.openTextDocument(uri);
  await languages.setTextDocumentLanguage(document, 'jsonc');
  await window.showTextDocument(document, { preview: !several });
}

/** An id tells as much by its beginning. */
function shortName({ kind }: Resource, name: string): string {
  return kind === 'task' || kind === 'containerInstance' ? shortTaskId(name) : tabName(name);
}

/** The console's page stands above as a comment, where the editor makes a link of it. */
function detailsText(resource: Resource, details: object): string {
  const url = consoleUrl(arnOfResource(resource) ?? '');
  return `${url ? `// ${url}\n` : ''}${JSON.stringify(details, undefined, 2)}`;
}
