/**
 * C0 and C1 controls but line feed and tab, what ends a line elsewhere, what turns the direction of the text around, and
 * what takes no room.
 */
const unseen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A text that is not ours, as it can be shown: what would not be seen, or would hide what is, stands as its code. Lines stay lines. */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(unseen, pictureOf);
}

/** The same where one line is all that there is room for, such as a name in a sentence: nothing in it begins another. */
export function visibleLine(text: string): string {
  return text.replaceAll(unseen, pictureOf).replaceAll(/[\t\n]/g, pictureOf);
}

/** `␛` for the escape that begins a colour: Unicode has pictures of the C0 controls. Others stand as `‹202e›`. */
function pictureOf(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : `‹${code.toString(16).padStart(2, '0')}›`;
}

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
