/** Whether a name fits a pattern in which `*` stands for any characters and `?` for one. Case matters, as in AWS. */
export function matchesName(name: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(name);
}
