import { l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchFamilies } from '../../../aws/read/taskDefinitions.ts';
import { pickOne } from './pickOne.ts';

/** Asks for a family of task definitions; what is wanted of it is its latest revision. */
export async function pickFamily(connection: Connection, title: string): Promise<string> {
  const placeHolder = l10n.t('Family; its latest revision is taken');
  const items = fetchFamilies(connection).then((families) => families.map((family) => ({ label: family, family })));
  return (await pickOne(items, { title, placeHolder })).family;
}
