import type { CommandTable } from './commands.ts';
import * as showLog from './common/showLog.ts';

// A feature's commands are loaded together, when the first of them runs.
const change = async () => (await import('./change/changeCommands.ts')).changeCommands;
const connect = async () => (await import('./connect/connectCommands.ts')).connectCommands;
const deployments = async () => (await import('./deployments/deploymentsCommands.ts')).deploymentsCommands;
const editor = async () => (await import('./editor/editorCommands.ts')).editorCommands;
const explorer = async () => (await import('./explorer/explorerCommands.ts')).explorerCommands;
const logs = async () => (await import('./logs/logsCommands.ts')).logsCommands;
const why = async () => (await import('./why/whyCommands.ts')).whyCommands;
const ownCommands = async () => Object.freeze({ 'ecs.showLog': showLog });

/** Every command and the feature that it belongs to, whose own table names its module. */
export const commandTable: CommandTable = {
  'ecs.addFavourite': explorer,
  'ecs.applyServiceDefinition': change,
  'ecs.chooseFileKind': editor,
  'ecs.clearFilter': explorer,
  'ecs.compareRevisions': explorer,
  'ecs.compareWithLatest': editor,
  'ecs.configureAws': connect,
  'ecs.copyArn': explorer,
  'ecs.copyCliCommand': explorer,
  'ecs.copyName': explorer,
  'ecs.copyPolicy': change,
  'ecs.createCluster': change,
  'ecs.createExecutionRole': change,
  'ecs.createLogGroup': change,
  'ecs.createService': change,
  'ecs.deleteCluster': change,
  'ecs.deleteRevisions': change,
  'ecs.deleteService': change,
  'ecs.deployFile': change,
  'ecs.deployImage': change,
  'ecs.deployToService': change,
  'ecs.deregisterRevisions': change,
  'ecs.disableExecuteCommand': change,
  'ecs.enableExecuteCommand': change,
  'ecs.filter': explorer,
  'ecs.filterLogs': logs,
  'ecs.forceNewDeployment': change,
  'ecs.forgetStoppedTasks': explorer,
  'ecs.groupServices': explorer,
  'ecs.ignoreRule': editor,
  'ecs.loadMore': explorer,
  'ecs.loadMoreLogs': logs,
  'ecs.makeActive': connect,
  'ecs.openConfigFile': connect,
  'ecs.openInConsole': explorer,
  'ecs.openLogs': logs,
  'ecs.openTaskDefinition': explorer,
  'ecs.pauseLogs': logs,
  'ecs.pauseService': change,
  'ecs.pinConnection': connect,
  'ecs.refresh': explorer,
  'ecs.registerRevision': change,
  'ecs.removeFavourite': explorer,
  'ecs.resumeLogs': logs,
  'ecs.resumeService': change,
  'ecs.rollBack': change,
  'ecs.runTask': change,
  'ecs.scaleService': change,
  'ecs.selectConnection': connect,
  'ecs.selectDeployTool': editor,
  'ecs.selectProfile': connect,
  'ecs.selectRegion': connect,
  'ecs.showDeployment': deployments,
  'ecs.showDetails': explorer,
  'ecs.showEarlierLogs': logs,
  'ecs.showLog': ownCommands,
  'ecs.showTroubledOnly': explorer,
  'ecs.signIn': connect,
  'ecs.sortServices': explorer,
  'ecs.stopLogs': logs,
  'ecs.stopTask': change,
  'ecs.streamLogs': logs,
  'ecs.unpinConnection': connect,
  'ecs.verifyAgainstAccount': change,
  'ecs.why': why,
};
