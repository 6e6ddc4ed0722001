import {
  type CancellationToken,
  DocumentLink,
  type DocumentLinkProvider,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { anyConsoleUrl } from '../../ecs/consoleUrl.ts';
import { findRowLinks, type RowLink } from '../../logs/lines/logLinks.ts';
import { walkRows } from './rowWalk.ts';

/** Rows searched from the end: a long log is read there. */
const searched = 5000;

/** Milliseconds for which the answer where a file is stays good. */
const fresh = 60_000;

type FileLink = Extract<RowLink, { kind: 'file' }>;

/** Links of log channels and documents: ARNs open the console, `file:line` the file of the workspace. */
export class LogLinkProvider implements DocumentLinkProvider {
  readonly #files = new Map<string, { at: number; found: Promise<readonly Uri[]> }>();

  async provideDocumentLinks(document: TextDocument, token: CancellationToken): Promise<DocumentLink[]> {
    const links: DocumentLink[] = [];
    await walkRows(document, document.lineCount - searched, token, async (row, text) => {
      for (const link of findRowLinks(text)) {
        const target = link.kind === 'arn' ? pageOf(link.arn) : await this.#fileOf(link);
        if (token.isCancellationRequested) return;
        if (target) links.push(new DocumentLink(new Range(row, link.start, row, link.end), target));
      }
    });
    return links;
  }

  async #fileOf({ path, line, column }: FileLink): Promise<Uri | undefined> {
    const parts = path
      .replaceAll('\\', '/')
      .split('/')
      .filter((part) => part && part !== '.' && part !== '..');
    const candidates = await this.#search(parts.at(-1) ?? '');
    const [best, second] = candidates
      .map((uri) => ({ uri, shared: sharedEnding(uri.path.split('/'), parts) }))
      .sort((one, other) => other.shared - one.shared);
    // Of several that are called alike, none is as likely as the wrong one.
    if (second && parts.length > 1 && best?.shared === second.shared) return undefined;
    return best?.uri.with({ fragment: `L${line},${column}` });
  }

  #search(name: string): Promise<readonly Uri[]> {
    const known = this.#files.get(name);
    if (known && Date.now() - known.at < fresh) return known.found;
    const pattern = `**/${name.replaceAll(/[[\]{}*?]/g, '?')}`;
    const found = Promise.resolve(workspace.findFiles(pattern, '**/node_modules/**', 20)).catch(() => []);
    this.#files.set(name, { at: Date.now(), found });
    return found;
  }
}

function pageOf(arn: string): Uri | undefined {
  const url = anyConsoleUrl(arn);
  return url === undefined ? undefined : Uri.parse(url, true);
}

/** How many parts two paths have in common, counted from their end. */
function sharedEnding(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < other.length && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}
