import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const named = process.env['ECS_WORKBENCH_CORPUS'] || undefined;
const folder = named ?? resolve(import.meta.dirname, '../../../../../shared/corpus');

/** A file of a public repository, by its name in the folder. */
export interface RealFile {
  readonly path: string;
  readonly text: string;
}

/** The real files beside the checkout; none where the folder is not there. One that is named and missing is an error. */
export const realFiles: readonly RealFile[] =
  named !== undefined || existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
    : [];

/** Why tests over the real files are skipped; false where they are there. */
export const absent: string | false =
  realFiles.length === 0 && `there are no real files in ${folder}; ECS_WORKBENCH_CORPUS names another folder`;
