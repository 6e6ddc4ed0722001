import * as l10n from '@vscode/l10n';
import type { ErrorText } from '../../common/errorText.ts';
import { ExplorerNode, type RowItem } from './node.ts';

/** A row that says what could not be read; choosing it takes the way out, or reads its parent again. */
export class ErrorNode extends ExplorerNode {
  readonly kind = 'error';
  readonly text: ErrorText;

  constructor(parent: ExplorerNode, text: ErrorText) {
    super({ parent, connection: parent.openConnection, context: parent.context }, `${parent.id}#error`);
    this.text = text;
  }

  item(): RowItem {
    const { message, wayOut } = this.text;
    const signIn = wayOut?.command === 'ecs.signIn';
    return {
      label: message,
      description: signIn ? wayOut.title : l10n.t('Retry'),
      icon: 'warning',
      color: 'list.warningForeground',
      spoken: signIn ? l10n.t('{0} Choose to sign in.', message) : l10n.t('{0} Choose to try again.', message),
      command: signIn ? 'signIn' : 'refresh',
    };
  }

  override tooltip(): readonly string[] {
    return [l10n.t('It is tried again by itself; choose the row to try at once.')];
  }
}
