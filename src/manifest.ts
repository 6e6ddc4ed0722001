import type { Tool } from './taskdef/document/siblingFacts.ts';
import type { Severity } from './taskdef/rule/finding.ts';
import type { FileKind } from './taskdef/document/recognise.ts';

/** Every id that package.json contributes and code refers to. A test holds this file and package.json against each other. */

export const commandIds = [
  'ecs.addFavourite',
  'ecs.applyServiceDefinition',
  'ecs.chooseFileKind',
  'ecs.clearFilter',
  'ecs.compareRevisions',
  'ecs.compareWithLatest',
  'ecs.configureAws',
  'ecs.copyArn',
  'ecs.copyCliCommand',
  'ecs.copyName',
  'ecs.copyPolicy',
  'ecs.createCluster',
  'ecs.createExecutionRole',
  'ecs.createLogGroup',
  'ecs.createService',
  'ecs.deleteCluster',
  'ecs.deleteRevisions',
  'ecs.deleteService',
  'ecs.deployFile',
  'ecs.deployImage',
  'ecs.deployToService',
  'ecs.deregisterRevisions',
  'ecs.disableExecuteCommand',
  'ecs.enableExecuteCommand',
  'ecs.filter',
  'ecs.filterLogs',
  'ecs.forceNewDeployment',
  'ecs.forgetStoppedTasks',
  'ecs.groupServices',
  'ecs.ignoreRule',
  'ecs.loadMore',
  'ecs.loadMoreLogs',
  'ecs.makeActive',
  'ecs.openConfigFile',
  'ecs.openInConsole',
  'ecs.openLogs',
  'ecs.openTaskDefinition',
  'ecs.pauseLogs',
  'ecs.pauseService',
  'ecs.pinConnection',
  'ecs.refresh',
  'ecs.registerRevision',
  'ecs.removeFavourite',
  'ecs.resumeLogs',
  'ecs.resumeService',
  'ecs.rollBack',
  'ecs.runTask',
  'ecs.scaleService',
  'ecs.selectConnection',
  'ecs.selectDeployTool',
  'ecs.selectProfile',
  'ecs.selectRegion',
  'ecs.showDeployment',
  'ecs.showDetails',
  'ecs.showEarlierLogs',
  'ecs.showLog',
  'ecs.showTroubledOnly',
  'ecs.signIn',
  'ecs.sortServices',
  'ecs.stopLogs',
  'ecs.stopTask',
  'ecs.streamLogs',
  'ecs.unpinConnection',
  'ecs.verifyAgainstAccount',
  'ecs.why',
] as const;
export type CommandId = (typeof commandIds)[number];

/**
 * Commands in the menus of the view's rows, which VS Code calls with the row. `icon` are those that also stand beside
 * a row as a button, and may thus be chosen while another row has the focus.
 */
export const rowCommands: Readonly<Partial<Record<CommandId, 'menu' | 'icon'>>> = {
  'ecs.addFavourite': 'menu',
  'ecs.compareRevisions': 'menu',
  'ecs.copyArn': 'menu',
  'ecs.copyCliCommand': 'menu',
  'ecs.copyName': 'menu',
  'ecs.copyPolicy': 'menu',
  'ecs.createCluster': 'menu',
  'ecs.createService': 'menu',
  'ecs.deleteCluster': 'menu',
  'ecs.deleteRevisions': 'menu',
  'ecs.deleteService': 'menu',
  'ecs.deployImage': 'menu',
  'ecs.deployToService': 'menu',
  'ecs.deregisterRevisions': 'menu',
  'ecs.disableExecuteCommand': 'menu',
  'ecs.enableExecuteCommand': 'menu',
  'ecs.forceNewDeployment': 'menu',
  'ecs.forgetStoppedTasks': 'menu',
  'ecs.makeActive': 'icon',
  'ecs.openInConsole': 'menu',
  'ecs.openLogs': 'menu',
  'ecs.openTaskDefinition': 'menu',
  'ecs.pauseService': 'menu',
  'ecs.pinConnection': 'menu',
  'ecs.removeFavourite': 'menu',
  'ecs.resumeService': 'menu',
  'ecs.rollBack': 'menu',
  'ecs.runTask': 'menu',
  'ecs.scaleService': 'menu',
  'ecs.showDeployment': 'icon',
  'ecs.showDetails': 'menu',
  'ecs.signIn': 'menu',
  'ecs.stopTask': 'menu',
  'ecs.streamLogs': 'icon',
  'ecs.unpinConnection': 'menu',
  'ecs.why': 'icon',
};

/** A profile in a Region, as settings name it. */
export interface ConnectionSetting {
  profile: string;
  region?: string;
}

/** Settings with the type of their value; the default stands in package.json. */
export interface Settings {
  'ecs.connections': readonly ConnectionSetting[];
  'ecs.endpointUrl': string;
  'ecs.fileConnections': Record<string, ConnectionSetting>;
  'ecs.logs.json': 'line' | 'pretty' | 'raw';
  'ecs.logs.pastLines': number;
  'ecs.logs.pastMinutes': number;
  'ecs.logs.pauseHiddenAfter': number;
  'ecs.logs.pollInterval': number;
  'ecs.logs.source': 'auto' | 'polling';
  'ecs.logs.time': 'local' | 'utc' | 'relative';
  'ecs.productionGuard': Record<string, 'none' | 'confirm' | 'read-only'>;
  'ecs.profile': string;
  'ecs.region': string;
  'ecs.taskDefinition.codeLens': boolean;
  /** By path or glob in the workspace. */
  'ecs.taskDefinition.files': Record<string, FileKind>;
  /** Rule ids by path or glob in the workspace. */
  'ecs.taskDefinition.ignore': Record<string, string[]>;
  /** By rule id. */
  'ecs.taskDefinition.rules': Record<string, Severity | 'off'>;
  'ecs.taskDefinition.tool': Tool | 'auto';
  'ecs.deployments.openView': boolean;
  'ecs.register.verify': boolean;
}
export type SettingId = keyof Settings;

/** The same ids as values; the type makes a missing or a superfluous one an error. */
export const settingIds: Readonly<Record<SettingId, true>> = {
  'ecs.connections': true,
  'ecs.endpointUrl': true,
  'ecs.fileConnections': true,
  'ecs.logs.json': true,
  'ecs.logs.pastLines': true,
  'ecs.logs.pastMinutes': true,
  'ecs.logs.pauseHiddenAfter': true,
  'ecs.logs.pollInterval': true,
  'ecs.logs.source': true,
  'ecs.logs.time': true,
  'ecs.productionGuard': true,
  'ecs.profile': true,
  'ecs.region': true,
  'ecs.taskDefinition.codeLens': true,
  'ecs.taskDefinition.files': true,
  'ecs.taskDefinition.ignore': true,
  'ecs.taskDefinition.rules': true,
  'ecs.taskDefinition.tool': true,
  'ecs.deployments.openView': true,
  'ecs.register.verify': true,
};

export const viewIds = ['ecs.explorer'] as const;
export type ViewId = (typeof viewIds)[number];

/** Types under which VS Code brings panels back after a reload. */
export const panelTypes = { deployment: 'ecsDeployment', why: 'ecsWhy' } as const;

/** Context keys that `when` clauses read, with the type of their value. */
export interface ContextKeys {
  /** Why the explorer has nothing to show: the welcome view for each is in package.json. */
  'ecs.explorer.state': ExplorerState;
  /** Whether the AWS CLI is on this machine, and whether a profile signs in; known once there are no credentials. */
  'ecs.hasAwsCli': boolean;
  'ecs.canSignIn': boolean;
  /** Whether a filter leaves rows out. */
  'ecs.explorer.narrowed': boolean;
  /** What becomes of the log stream whose channel is in view. */
  'ecs.logs.shown': 'none' | 'running' | 'paused' | 'hidden' | 'ended';
  /** Whether a task-definition file is in the active editor. */
  'ecs.taskDefinitionFile': boolean;
  /** Whether the production guard makes the active connection read-only. */
  'ecs.readOnly': boolean;
  /** The same for the connection that the file in the active editor belongs to. */
  'ecs.fileReadOnly': boolean;
  /** Whether a revision was registered or deployed, and logs were opened, in this window: steps of the walkthrough. */
  'ecs.hasShipped': boolean;
  'ecs.hasReadLogs': boolean;
}

export type ExplorerState =
  | 'loading'
  | 'ready'
  | 'badConfig'
  | 'badProfile'
  | 'expired'
  | 'noCredentials'
  | 'noRegion'
  | 'notConfigured'
  | 'refused';

export const contextKeys: Readonly<Record<keyof ContextKeys, true>> = {
  'ecs.explorer.state': true,
  'ecs.explorer.narrowed': true,
  'ecs.hasAwsCli': true,
  'ecs.canSignIn': true,
  'ecs.logs.shown': true,
  'ecs.taskDefinitionFile': true,
  'ecs.readOnly': true,
  'ecs.fileReadOnly': true,
  'ecs.hasShipped': true,
  'ecs.hasReadLogs': true,
};

/** Values of a tree item's `contextValue`; menus match on them. */
export type NodeKind =
  | 'connection'
  | 'cluster'
  | 'service'
  | 'task'
  | 'container'
  | 'deployment'
  | 'event'
  | 'stoppedTasks'
  | 'containerInstance'
  | 'capacityProvider'
  | 'family'
  | 'revision'
  | 'group'
  | 'message'
  | 'error';
