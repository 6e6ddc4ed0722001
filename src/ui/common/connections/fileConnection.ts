import picomatch from 'picomatch';
import { l10n, type Uri, workspace } from 'vscode';
import type { ConnectionChoice } from './connectionChoice.ts';
import { fileConnections } from './connectionSettings.ts';
import { UserError } from '../userError.ts';

/**
 * The connection that is a file's own: of a saved file, the one that the settings give it before the one that it came
 * from; of a new file or what is only shown, where it came from. Throws a UserError as `choiceForFile` does.
 */
export function ownChoice(uri: Uri, origin: ConnectionChoice | undefined): ConnectionChoice | undefined {
  return uri.scheme === 'file' ? (choiceForFile(uri) ?? origin) : (origin ?? choiceForFile(uri));
}

/**
 * The connection that `ecs.fileConnections` gives a file: that of the longest pattern it fits. Throws a UserError for a
 * pattern without a usable connection, because the file must not go to another account then.
 */
function choiceForFile(uri: Uri): ConnectionChoice | undefined {
  const path = workspace.asRelativePath(uri, false);
  const fitting = fileConnections().filter(([pattern]) => fits(pattern, path, uri.path));
  const [best] = fitting.sort(([a], [b]) => b.length - a.length);
  if (!best) return undefined;
  const [pattern, choice] = best;
  if (choice) return choice;
  throw new UserError(l10n.t('The setting ecs.fileConnections names no profile for “{0}”.', pattern));
}

/** A pattern without a slash is held against the file's name alone, as in .gitignore. */
function fits(pattern: string, relative: string, absolute: string): boolean {
  const matches = picomatch(pattern.replace(/^\.\//, ''), { dot: true, basename: !pattern.includes('/') });
  return matches(relative) || matches(absolute);
}
