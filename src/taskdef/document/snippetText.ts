/** Escapes a text for VS Code's snippet syntax. */
export function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

/** The plain text of a snippet with every tab stop at its default, as when a person tabs through without typing. */
export function snippetDefaults(snippet: string): string {
  let result = '';
  for (let i = 0; i < snippet.length; i++) {
    const c = snippet[i]!;
    const stop =
      c === '$'
        ? /^\$(?:\d+|\{\d+:((?:\\.|[^\\}])*)\}|\{\d+\|((?:\\.|[^\\|])*)\|\}|\{\d+\})/.exec(snippet.slice(i))
        : null;
    if (c === '\\' && i + 1 < snippet.length) result += snippet[++i]!;
    else if (stop) {
      const choices = stop[2]?.split(/(?<!\\),/)[0];
      result += (stop[1] ?? choices ?? '').replaceAll(/\\(.)/g, '$1');
      i += stop[0].length - 1;
    } else result += c;
  }
  return result;
}
