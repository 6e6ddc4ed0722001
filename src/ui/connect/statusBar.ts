import { type Disposable, l10n, MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { AwsError, AwsErrorKind } from '../../aws/errors.ts';
import { plainMarkdown, visibleLine } from '../../ecs/text/visibleText.ts';
import type { CommandId } from '../../manifest.ts';
import type { Connections } from '../common/connections/connections.ts';
import { setContextKey } from '../common/contextKeys.ts';

const selectConnection: CommandId = 'ecs.selectConnection';

interface Shown {
  icon: 'cloud' | 'lock' | 'warning';
  label: string;
  problem?: string;
}

/** The one status bar item: the active connection. Shown once something of the product is in use. */
export class ConnectionStatus implements Disposable {
  readonly #item = window.createStatusBarItem('ecs.connection', StatusBarAlignment.Left);
  readonly #subscriptions: Disposable[];
  readonly #connections: Connections;
  #latest: Promise<Shown> | undefined;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#item.name = l10n.t('ECS connection');
    this.#item.command = selectConnection;
    const update = (): void => void this.update();
    this.#subscriptions = [
      connections.onDidChange(update),
      connections.onDidChangeState(update),
      window.onDidChangeActiveTextEditor(() => void this.#tellOfFile()),
    ];
  }

  /** Shows what the window is connected to; sends nothing. */
  async update(): Promise<void> {
    const looking = this.#look();
    this.#latest = looking;
    const { icon, label, problem } = await looking;
    if (this.#latest !== looking) return;
    const item = this.#item;
    item.text = `$(${icon}) ${visibleLine(label)}`;
    item.backgroundColor = problem ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.tooltip = new MarkdownString(
      [l10n.t('Amazon ECS: the active connection is {0}.', label), problem, l10n.t('Click to choose another.')]
        .filter((line) => line !== undefined)
        .map(plainMarkdown)
        .join('\n\n'),
    );
    item.accessibilityInformation = {
      label: visibleLine([l10n.t('ECS connection {0}', label), problem].filter(Boolean).join(', ')),
    };
    setContextKey('ecs.readOnly', icon === 'lock');
    item.show();
    await this.#tellOfFile();
  }

  /** Whether what the active file says can be registered where the file belongs. */
  async #tellOfFile(): Promise<void> {
    const uri = window.activeTextEditor?.document.uri;
    if (!this.#latest || !uri) return;
    const connection = await this.#connections.forUri(uri).catch(() => undefined);
    if (window.activeTextEditor?.document.uri === uri) {
      setContextKey('ecs.fileReadOnly', connection?.protection() === 'read-only');
    }
  }

  async #look(): Promise<Shown> {
    try {
      const connection = await this.#connections.active();
      const label = `${connection.profileLabel} · ${connection.region}`;
      const problem = connection.credentialProblem;
      if (problem) return { icon: 'warning', label, problem: await problemText(problem) };
      return { icon: connection.protection() === 'read-only' ? 'lock' : 'cloud', label };
    } catch (error) {
      const { profile, region } = this.#connections.wanted;
      const label = `${profile ?? l10n.t('no profile')} · ${region ?? l10n.t('no Region')}`;
      // Where nobody has chosen anything yet, nothing is wrong.
      const kind = profile || region ? (error as Partial<AwsError>).kind : undefined;
      return kind ? { icon: 'warning', label, problem: await problemText(kind) } : { icon: 'cloud', label };
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#item.dispose();
  }
}

/** The words of errors are only loaded where there is one. */
async function problemText(kind: AwsErrorKind): Promise<string> {
  const { shortErrorText } = await import('../common/reportError.ts');
  return shortErrorText(kind);
}
