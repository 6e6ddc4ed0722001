const image = /!\[[^\]]*\]\(([^)\s]+)[^)]*\)/g;
const imageTag = /<(img|video|source)\b[^>]*?\bsrc=["']([^"']+)["'][^>]*>/g;
/** What stands between these speaks of the repository: how to build, test and start it, and where its pages are. */
const repositoryOnly = /<!-- repository only -->[\s\S]*?<!-- end -->/g;
const link = /\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g;

/**
 * A text of the repository as it stands where only the package is at hand: relative pictures and what is
 * marked `<!-- repository only --> … <!-- end -->` left out, relative links as plain text. With a repository in the manifest none of this is needed: the packager makes addresses of them.
 */
export function packedMarkdown(markdown: string): string {
  return outsideCode(markdown.replace(repositoryOnly, ''), (text) =>
    text
      .replace(image, (all, address: string) => (isRelative(address) ? '' : all))
      .replace(imageTag, (all, _tag, address: string) => (isRelative(address) ? '' : all))
      .replace(link, (all, words: string, address: string) => (isRelative(address) ? words : all)),
  )
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}

function isRelative(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(address) && !address.startsWith('#');
}

/** Changes the text between fenced blocks and code spans. */
function outsideCode(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(/(^```[\s\S]*?^```|`[^`\n]+`)/m)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}
