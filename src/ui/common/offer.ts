import { commands } from 'vscode';
import { showError, showInformation, showWarning } from './messages.ts';
import type { WayOut } from './waysOut.ts';

const shows = { information: showInformation, warning: showWarning, error: showError };

/**
 * Says something with buttons that lead on. VS Code cuts a notification without a button to one line: what takes longer to
 * say, or says what can be done, has one.
 */
export function offer(kind: keyof typeof shows, text: string, ...ways: readonly WayOut[]): void {
  void shows[kind](text, ...ways.map(({ title }) => title)).then((button) => {
    const way = ways.find(({ title }) => title === button);
    if (way) void commands.executeCommand(way.command, way.argument, ...(way.rest ?? []));
  });
}
