import { l10n } from 'vscode';
import type { Connection } from '../../aws/connection/connection.ts';
import { type CommandId, type ViewId, viewIds } from '../../manifest.ts';
import type { ServiceResource } from './resource.ts';

/** A button that leads out of a failure. */
export interface WayOut {
  title: string;
  command: CommandId | BuiltInCommand;
  argument?: unknown;
  /** What the command is given beside it. */
  rest?: readonly unknown[];
}

type BuiltInCommand =
  | `${ViewId}.focus`
  | 'workbench.action.openSettings'
  | 'workbench.action.quickOpen'
  | 'workbench.actions.view.problems';

/** Where the whole of a message stands that is said nowhere else. */
export function showLog(): WayOut {
  return { title: l10n.t('Show Log'), command: 'ecs.showLog' };
}

export function showProblems(): WayOut {
  return { title: l10n.t('Show Problems'), command: 'workbench.actions.view.problems' };
}

/** To the rows, where one of them has to be chosen. */
export function showRows(): WayOut {
  const [explorer] = viewIds;
  return { title: l10n.t('Show ECS View'), command: `${explorer}.focus` };
}

/** To the files, where one of them has to be opened. */
export function goToFile(): WayOut {
  return { title: l10n.t('Go to File…'), command: 'workbench.action.quickOpen' };
}

/** To a cluster, where there is none. */
export function createCluster(): WayOut {
  return { title: l10n.t('Create Cluster…'), command: 'ecs.createCluster' };
}

/** To the AWS configuration file, also where there is none yet. */
export function openConfigFile(): WayOut {
  return { title: l10n.t('Open Config File'), command: 'ecs.openConfigFile' };
}

/** On to a service for a revision that is registered. */
export function deployRevision(taskDefinitionArn: string, connection: Connection): WayOut {
  const argument = { taskDefinitionArn, connection };
  return { title: l10n.t('Deploy…'), command: 'ecs.deployToService', argument };
}

/** To a command of a service. */
export function onService(title: string, command: WayOut['command'], resource: ServiceResource): WayOut {
  return { title, command, argument: { resource } };
}
