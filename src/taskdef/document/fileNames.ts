/** What a file can be by its name alone. */
export type NamedKind = 'containers' | 'taskDefinition' | 'service';

// Loaded with the extension itself: a table, and nothing that takes time.

const separators = ['-', '_', ' ', ''];
const joined = (first: string, second: string): string[] => separators.map((one) => `${first}${one}${second}`);

/**
 * Words by which a name says what the file is, in any case, the first kind that fits. Recognition, the lists of files that commands and
 * tasks offer, and the patterns of package.json come from here.
 */
export const fileWords: Readonly<Record<NamedKind, readonly string[]>> = {
  containers: joined('container', 'def'),
  taskDefinition: joined('task', 'def'),
  service: [...joined('service', 'def'), 'ecs-service', 'ecs_service'],
};

/** `task-defaults.json` is something else. */
export const notBehindWords = 'ault';

/** Endings of templates, behind or instead of `.json`. */
export const templateEndings = ['tpl', 'tmpl', 'template', 'j2', 'jinja', 'jinja2', 'erb', 'mustache', 'hbs', 'gotmpl'];

/** A glob for all files of one kind and some more, which `recogniseName` sorts out. */
export function globOf(kind: NamedKind): string {
  // Globs tell capitals from small letters on most systems.
  const words = fileWords[kind].map((word) => word.replaceAll(/[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`));
  const endings = ['json', 'jsonc', ...templateEndings];
  return `**/*{${words.join(',')}}*.{${endings.join(',')}}`;
}
