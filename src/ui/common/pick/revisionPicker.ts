import { l10n, type QuickPickItem } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchRevisions } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { pickOne } from './pickOne.ts';

interface RevisionItem extends QuickPickItem {
  arn: string;
}

/** How many revisions are offered: one page of ECS's list. */
const limit = 100;

/** Asks for one of a family's ACTIVE revisions, newest first. */
export async function pickRevision(connection: Connection, family: string, running: string): Promise<string> {
  const items = fetchRevisions(connection, family, limit).then((arns) =>
    arns.map((arn, index): RevisionItem => {
      const notes = [arn === running ? l10n.t('running') : '', index === 0 ? l10n.t('latest') : ''];
      return { label: familyRevision(arn), description: notes.filter(Boolean).join(' · '), arn };
    }),
  );
  const picked = await pickOne(items, {
    title: l10n.t('Deploy to Service'),
    placeHolder: l10n.t('Revision of {0}', family),
  });
  return picked.arn;
}
