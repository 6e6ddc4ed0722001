import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { chosenSubjects } from '../../common/chosenSubjects.ts';
import { copyLines } from './copyLines.ts';
import { arnOfSubject } from '../../common/subject.ts';

export const failure = (): string => l10n.t('Nothing was copied.');

/** Copies the ARNs of rows, one a line. */
export async function run(_workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  await copyLines(chosenSubjects(node, selected).flatMap((subject) => arnOfSubject(subject) ?? []));
}
