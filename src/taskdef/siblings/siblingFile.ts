/** A file beside a task definition, as the caller read it. */
export interface SiblingFile {
  /** From the root of the workspace, with slashes. */
  path: string;
  text: string;
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Joins a relative path to a folder, with `.` and `..` resolved. */
export function joinPath(folder: string, relative: string): string {
  const parts = folder ? folder.split('/') : [];
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
