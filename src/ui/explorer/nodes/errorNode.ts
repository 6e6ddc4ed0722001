import * as l10n from '@vscode/l10n';
import type { ErrorText } from '../../common/errorText.ts';
import type { WayOut } from '../../common/waysOut.ts';
import { ExplorerNode, type RowItem } from './node.ts';

interface Way {
  command: NonNullable<RowItem['command']>;
  hint: string;
}

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
    const { command, hint } = wayFor(wayOut);
    return {
      label: message,
      description: command === 'refresh' ? l10n.t('Try Again') : wayOut?.title,
      icon: 'warning',
      color: 'list.warningForeground',
      spoken: `${message} ${hint}`,
      command,
    };
  }

  override tooltip(): readonly string[] {
    return [l10n.t('It is tried again by itself.'), wayFor(this.text.wayOut).hint];
  }
}

/** Ways out that a row takes; every other failure is one to try again. */
function wayFor(wayOut: WayOut | undefined): Way {
  switch (wayOut?.command) {
    case 'ecs.signIn':
      return { command: 'signIn', hint: l10n.t('Choose the row to sign in.') };
    case 'ecs.openConfigFile':
      return { command: 'openConfigFile', hint: l10n.t('Choose the row to open the file.') };
    default:
      return { command: 'refresh', hint: l10n.t('Choose the row to try at once.') };
  }
}
