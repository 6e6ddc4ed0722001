/** What a page needs to be allowed and found. */
export interface PageSources {
  title: string;
  /** Where VS Code serves files of the extension from. */
  cspSource: string;
  script: string;
  style: string;
  /** Unguessable, and another one each time. */
  nonce: string;
}

/** An empty page: what it shows comes in messages. Nothing is allowed but its own script and styles. */
export function pageHtml({ title, cspSource, script, style, nonce }: PageSources): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}" />
    <title>${escapeHtml(title)}</title>
    <link rel="stylesheet" href="${escapeHtml(style)}" />
  </head>
  <body>
    <main id="page"></main>
    <script nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}"></script>
  </body>
</html>`;
}

/** A page that only says something, such as why a panel cannot be brought back. */
export function noticeHtml(text: string): string {
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'" />
  </head>
  <body>${escapeHtml(text)}</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
