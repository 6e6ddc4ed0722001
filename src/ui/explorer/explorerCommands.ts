import * as compareRevisions from './commands/compareRevisions.ts';
import { copyArn, copyCliCommand, copyName } from './commands/copy.ts';
import {
  addFavourite,
  clearFilter,
  filter,
  groupServices,
  removeFavourite,
  showTroubledOnly,
  sortServices,
} from './commands/filterSortGroup.ts';
import * as forgetStoppedTasks from './commands/forgetStoppedTasks.ts';
import * as loadMore from './commands/loadMore.ts';
import * as openInConsole from './commands/openInConsole.ts';
import * as openTaskDefinition from './commands/openTaskDefinition.ts';
import * as refresh from './commands/refresh.ts';
import * as showDetails from './commands/showDetails.ts';

/** The commands of the explorer's rows. */
export const explorerCommands = Object.freeze({
  'ecs.addFavourite': addFavourite,
  'ecs.clearFilter': clearFilter,
  'ecs.compareRevisions': compareRevisions,
  'ecs.copyArn': copyArn,
  'ecs.copyCliCommand': copyCliCommand,
  'ecs.copyName': copyName,
  'ecs.filter': filter,
  'ecs.forgetStoppedTasks': forgetStoppedTasks,
  'ecs.groupServices': groupServices,
  'ecs.loadMore': loadMore,
  'ecs.openInConsole': openInConsole,
  'ecs.openTaskDefinition': openTaskDefinition,
  'ecs.refresh': refresh,
  'ecs.removeFavourite': removeFavourite,
  'ecs.showDetails': showDetails,
  'ecs.showTroubledOnly': showTroubledOnly,
  'ecs.sortServices': sortServices,
});
