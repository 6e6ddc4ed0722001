import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { awsFilePaths } from './awsFilePaths.ts';

/** Something in a shared config file that is not read as it is meant. */
export interface ConfigProblem {
  message: string;
  path: string;
  /** Counted from 1; undefined where the file cannot be read at all. */
  line?: number | undefined;
}

/** What of the shared config files is not read as it is meant. */
export interface ConfigProblems {
  /** What is wrong with a file as a whole. */
  problem: ConfigProblem | undefined;
  /** By profile, what is wrong with its section. */
  misnamed: ReadonlyMap<string, ConfigProblem>;
}

/**
 * Finds what the SDK passes over in the shared config files: without an `endpoint_url` that was meant, an emulator's
 * profile would reach AWS, and the lines below a broken heading would count for the profile above it. The AWS CLI refuses
 * such files, too. A missing file is an empty one.
 */
export async function fetchConfigProblems(): Promise<ConfigProblems> {
  const paths = awsFilePaths();
  const [config, credentials] = await Promise.all([readLines(paths.config), readLines(paths.credentials)]);
  return {
    problem: problemOf(paths.config, config) ?? problemOf(paths.credentials, credentials),
    misnamed: new Map(
      [...misnamedIn(Array.isArray(config) ? config : [])].map(([name, line]) => [
        name,
        { message: misnamedText(name, paths.config), path: paths.config, line },
      ]),
    ),
  };
}

function misnamedText(name: string, path: string): string {
  return l10n.t(
    'The endpoint of profile “{0}” is not found: its section in {1} has to be called [profile {0}].',
    name,
    path,
  );
}

/** The lines of a file, or the code of what keeps it from being read. */
async function readLines(path: string): Promise<string[] | string> {
  try {
    return (await readFile(path, 'utf8')).split(/\r?\n/);
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? [] : code;
  }
}

function problemOf(path: string, lines: string[] | string): ConfigProblem | undefined {
  if (!Array.isArray(lines))
    return { message: l10n.t('The AWS configuration file {0} cannot be read ({1}).', path, lines), path };
  const line = lines.findIndex((one) => !isReadable(one)) + 1;
  if (line === 0) return undefined;
  // What stands there is not shown: it may be a key.
  const message = l10n.t(
    'Line {0} of the AWS configuration file {1} cannot be read, so nothing in it is relied on.',
    line,
    path,
  );
  return { message, path, line };
}

/** A name that makes the SDK give up on the whole file. */
const forbidden = /^\[(?:profile )?__proto__\]$/;

/** Whether a line is a heading, a setting or a comment, or goes on from the one above. */
function isReadable(line: string): boolean {
  const bare = withoutComment(line);
  if (bare === '') return true;
  if (bare.startsWith('[')) return bare.endsWith(']') && !forbidden.test(bare);
  if (bare.includes('\0')) return false;
  // An endpoint behind anything but “=” is lost.
  return bare.indexOf('=') > 0 || (/^\s/.test(line) && !/endpoint_url/i.test(bare));
}

/** Headings whose sections are read. */
const known = /^(?:default|(?:profile|services|sso-session)\s(["'])?[\w@+.%:/-]+\1)$/;

/** The sections with an endpoint that are not read: their names, as profiles are called elsewhere, and their lines. */
function misnamedIn(lines: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  let unread: { name: string; line: number } | undefined;
  for (const [index, bare] of lines.map(withoutComment).entries()) {
    const heading = /^\[(.*)\]$/.exec(bare)?.[1]?.trim();
    if (heading !== undefined) unread = known.test(heading) ? undefined : { name: nameIn(heading), line: index + 1 };
    else if (unread && /^endpoint_url\s*=/i.test(bare)) found.set(unread.name, unread.line);
  }
  return found;
}

function nameIn(heading: string): string {
  return heading.replace(/^profile\s+/i, '').replaceAll(/["']/g, '');
}

function withoutComment(line: string): string {
  return line.split(/(?:^|\s)[;#]/)[0]!.trim();
}
