import { env, l10n, Uri } from 'vscode';
import { longArn } from '../../../ecs/arn.ts';
import { consoleUrl, familyConsoleUrl } from '../../../ecs/consoleUrl.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chosenSubjects } from '../../common/chosenSubjects.ts';
import { arnOfSubject, type Subject } from '../../common/subject.ts';

export const failure = (): string => l10n.t('The AWS console was not opened.');

/** Opens the page of the AWS console that shows the row, in its partition and Region. */
export async function run(_workbench: Workbench, node?: unknown): Promise<void> {
  const [subject] = chosenSubjects(node, undefined);
  const url = subject && (await urlOf(subject));
  if (!url) throw new UserError(l10n.t('The AWS console has no page for this row.'));
  await env.openExternal(Uri.parse(url, true));
}

async function urlOf(subject: Subject): Promise<string | undefined> {
  if (subject.kind === 'capacityProvider') return consoleUrl(subject.clusterArn);
  if (subject.kind !== 'family') {
    const arn = arnOfSubject(subject) ?? '';
    return consoleUrl('clusterArn' in subject ? longArn(arn, subject.clusterArn) : arn);
  }
  const { partition } = await subject.connection.identity();
  return familyConsoleUrl(subject.family, subject.connection.region, partition);
}
