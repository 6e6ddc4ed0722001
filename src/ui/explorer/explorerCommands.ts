import * as clearFilter from './commands/clearFilter.ts';
import * as compareRevisions from './commands/compareRevisions.ts';
import * as copyArn from './commands/copyArn.ts';
import * as copyCliCommand from './commands/copyCliCommand.ts';
import * as copyName from './commands/copyName.ts';
import * as filter from './commands/filter.ts';
import * as forgetStoppedTasks from './commands/forgetStoppedTasks.ts';
import * as groupServices from './commands/groupServices.ts';
import * as loadMore from './commands/loadMore.ts';
import * as openInConsole from './commands/openInConsole.ts';
import * as openTaskDefinition from './commands/openTaskDefinition.ts';
import * as refresh from './commands/refresh.ts';
import * as showDetails from './commands/showDetails.ts';
import * as showTroubledOnly from './commands/showTroubledOnly.ts';
import * as sortServices from './commands/sortServices.ts';
import * as toggleFavourite from './commands/toggleFavourite.ts';

/** The commands of the explorer's rows. */
export const explorerCommands = Object.freeze({
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
  'ecs.showDetails': showDetails,
  'ecs.showTroubledOnly': showTroubledOnly,
  'ecs.sortServices': sortServices,
  'ecs.toggleFavourite': toggleFavourite,
});
