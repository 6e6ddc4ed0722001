/** The beginning of a text up to `size` characters: whole rows where it can, and never half a character. */
export function portionOf(text: string, size: number): string {
  if (text.length <= size) return text;
  const rows = text.lastIndexOf('\n', size - 1) + 1;
  if (rows > 0) return text.slice(0, rows);
  const last = text.charCodeAt(size - 1);
  // The first half of a pair of surrogates; alone, it would be written as a replacement character.
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? size - 1 : size);
}
