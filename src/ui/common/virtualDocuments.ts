import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { Connection } from '../../aws/connection/connection.ts';
import { visibleLine } from '../../ecs/text/visibleText.ts';
import type { Workbench } from './workbench.ts';

const scheme = 'ecs-workbench';

/** How many documents are kept; the oldest goes when one more is made. */
const limit = 50;

/** Read-only documents that exist in memory only, such as one side of a diff. */
class VirtualDocuments implements Disposable {
  readonly #contents = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #registration: Disposable;

  constructor() {
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: (uri) => this.#contents.get(uri.path) ?? '',
    });
  }

  set(path: string, text: string): Uri {
    const uri = Uri.from({ scheme, path });
    this.#contents.delete(path);
    this.#contents.set(path, text);
    const [oldest] = this.#contents.keys();
    if (this.#contents.size > limit && oldest !== undefined) this.#contents.delete(oldest);
    this.#changed.fire(uri);
    return uri;
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/**
 * Puts a text behind a URI for editors to show; a path that was used before shows the new text. What `connection` says is
 * apart from what others say of the same path, and what is done with it is done there.
 */
export function virtualDocument(workbench: Workbench, path: string, text: string, connection?: Connection): Uri {
  const place = connection
    ? `/${visibleLine(`${connection.profileLabel} · ${connection.region}`).replaceAll(/[/\\?#]/g, '-')}`
    : '';
  const uri = workbench.own(VirtualDocuments).set(`${place}${path}`, text);
  if (connection) workbench.connections.origins.set(uri, connection);
  return uri;
}
