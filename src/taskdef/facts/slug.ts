/** The text as a name of letters, digits, hyphens and underscores, at most 255; undefined when nothing is left of it. */
export function slug(text: string): string | undefined {
  const name = text
    .trim()
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 255);
  return name === '' ? undefined : name;
}
