import type { Service } from '@aws-sdk/client-ecs';
import { l10n, type QuickPickItem } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchRevisions } from '../../../aws/read/taskDefinitions.ts';
import { familyOf, familyRevision } from '../../../ecs/arn.ts';
import { pickOne } from './pickOne.ts';

interface RevisionItem extends QuickPickItem {
  arn: string;
}

/** How many revisions are offered: one page of ECS's list. */
const limit = 100;

/** Asks for one of the ACTIVE revisions of a service's family, newest first. */
export async function pickRevision(connection: Connection, service: Service): Promise<string> {
  const { taskDefinition = '', deployments = [] } = service;
  const family = familyOf(taskDefinition);
  const use = (arn: string): string => {
    const runs = deployments.some((one) => one.taskDefinition === arn && (one.runningCount ?? 0) > 0);
    if (runs) return l10n.t('running');
    return arn === taskDefinition ? l10n.t('set, but no task runs it') : '';
  };
  const items = fetchRevisions(connection, family, limit).then((arns) =>
    arns.map((arn, index): RevisionItem => {
      const notes = [use(arn), index === 0 ? l10n.t('latest') : ''];
      return { label: familyRevision(arn), description: notes.filter(Boolean).join(' · '), arn };
    }),
  );
  const picked = await pickOne(items, {
    title: l10n.t('Deploy to Service'),
    placeHolder: l10n.t('Revision of {0}', family),
  });
  return picked.arn;
}
