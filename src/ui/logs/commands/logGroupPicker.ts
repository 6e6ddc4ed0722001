import type { LogGroup } from '@aws-sdk/client-cloudwatch-logs';
import { CancellationError, l10n, type QuickPick, type QuickPickItem, window } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { LogScope } from '../../../logs/sources/logScope.ts';
import { visibleItems } from '../../common/pick/visibleItems.ts';
import { describeError } from '../../common/reportError.ts';

interface GroupItem extends QuickPickItem {
  group: LogGroup;
}

/** Milliseconds after the last key before the service is asked. */
const pause = 250;

/** Asks for a log group by any part of its name; an account may have tens of thousands. */
export async function pickLogGroup(connection: Connection): Promise<LogScope> {
  const picker = window.createQuickPick<GroupItem>();
  picker.title = l10n.t('Stream Logs');
  picker.placeholder = l10n.t('Part of a log group’s name');
  let asked = search(connection, picker, '', 0);
  try {
    const group = await new Promise<LogGroup | undefined>((resolve) => {
      picker.onDidChangeValue((value) => {
        asked.abort();
        asked = search(connection, picker, value, pause);
      });
      picker.onDidAccept(() => resolve(picker.selectedItems[0]?.group));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
    if (!group) throw new CancellationError();
    const { logGroupName = '', logGroupArn, arn = '' } = group;
    const groupArn = logGroupArn ?? arn.replace(/:\*$/, '');
    return { kind: 'group', region: connection.region, group: logGroupName, groupArn };
  } finally {
    asked.abort();
    picker.dispose();
  }
}

function search(connection: Connection, picker: QuickPick<GroupItem>, text: string, wait: number): AbortController {
  const stop = new AbortController();
  const timer = setTimeout(() => void load(connection, picker, text, stop.signal), wait);
  stop.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return stop;
}

async function load(
  connection: Connection,
  picker: QuickPick<GroupItem>,
  text: string,
  signal: AbortSignal,
): Promise<void> {
  picker.busy = true;
  try {
    const input = { logGroupNamePattern: text || undefined, limit: 50 };
    const { logGroups = [] } = await connection.read('logs', 'DescribeLogGroups', input, signal);
    picker.items = visibleItems(
      logGroups.map((group) => ({ label: group.logGroupName ?? '', group, alwaysShow: true })),
    );
    picker.busy = false;
  } catch (error) {
    if (signal.aborted) return;
    picker.busy = false;
    picker.placeholder = describeError(error).message;
  }
}
