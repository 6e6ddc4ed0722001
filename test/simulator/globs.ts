const compiled = new Map<string, RegExp>();

/** Whether `text` matches `glob`, where `*` stands for any run of characters and `?` for one, as in IAM actions. */
export function matchesGlob(glob: string, text: string): boolean {
  let pattern = compiled.get(glob);
  if (pattern === undefined) {
    const source = glob
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    pattern = new RegExp(`^${source}$`, 'is');
    compiled.set(glob, pattern);
  }
  return pattern.test(text);
}
