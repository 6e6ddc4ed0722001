import { visibleLine, visibleText } from './visibleText.ts';

/** A text that is not ours as Markdown that says just that: nothing in it is a link, an emphasis, an icon or a new paragraph. */
export function plainMarkdown(text: string): string {
  return visibleText(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>|~#!&$]/g, String.raw`\$&`);
}

/** The same as code, of which nothing gets out. */
export function codeSpan(text: string): string {
  return `\`${visibleLine(text).replaceAll('`', 'ˋ')}\``;
}
