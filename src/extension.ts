import { type ExtensionContext, window } from 'vscode';
import { commandTable } from './ui/commandTable.ts';
import { ConnectionStatus } from './ui/connect/statusBar.ts';
import { registerDeployments } from './ui/deployments/register.ts';
import { registerWhy } from './ui/why/register.ts';
import { registerTasks } from './ui/change/tasksJson/taskProvider.ts';
import { watchDocuments } from './ui/editor/register.ts';
import { registerExplorer } from './ui/explorer/register.ts';
import { registerCommands } from './ui/commands.ts';
import { Connections } from './ui/common/connections/connections.ts';
import { SentChanges } from './ui/common/change/sentChanges.ts';
import { FileOrigins } from './ui/common/connections/fileOrigins.ts';
import { visibleLog } from './ui/common/visibleLog.ts';
import { Workbench } from './ui/common/workbench.ts';

/** Composes the parts. Nothing here reads a file or the network, and nothing waits. */
export function activate(extension: ExtensionContext): void {
  const log = visibleLog(window.createOutputChannel('ECS Workbench', { log: true }));
  const sent = new SentChanges(extension.workspaceState);
  const connections = new Connections(log, new FileOrigins(extension.workspaceState), sent);
  const workbench = new Workbench(extension, log, connections);
  const status = new ConnectionStatus(connections);
  const onFirstUse = (): void => void status.update();

  extension.subscriptions.push(
    log,
    // Before what ends the connections: what ends with the window stays written down.
    sent,
    connections,
    workbench,
    status,
    ...registerCommands(workbench, commandTable),
    ...registerExplorer(workbench, onFirstUse),
    registerTasks(workbench),
    ...registerDeployments(workbench, sent),
    ...registerWhy(workbench),
    ...watchDocuments(workbench, onFirstUse),
  );
}
