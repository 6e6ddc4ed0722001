const words = 'comments?|notes?|remarks?|readme|todo|doc';
const bySign = /^(?:\/\/|\/\*|#(?!\{)|--)/;
const byWord = new RegExp(String.raw`^[$_]*(?:${words})(?:[_\d:-].*)?$`, 'i');
const byUnderscore = /^_(?!_)|^__.*(?<!__)$/;

/**
 * Whether a member is there for people alone, as JSON has no comments: `_comment`, `//`, `$comment`, `#`, `_note_on_cpu`. ECS has no
 * member whose name is such.
 */
export function isCommentKey(name: string): boolean {
  if (/^#[A-Z][A-Z0-9_]{2,}#$/.test(name)) return false;
  return bySign.test(name) || byWord.test(name) || byUnderscore.test(name);
}
