import * as filterLogs from './commands/filterLogs.ts';
import * as loadMoreLogs from './commands/loadMoreLogs.ts';
import * as openLogs from './commands/openLogs.ts';
import * as pauseLogs from './commands/pauseLogs.ts';
import * as resumeLogs from './commands/resumeLogs.ts';
import * as showEarlierLogs from './commands/showEarlierLogs.ts';
import * as stopLogs from './commands/stopLogs.ts';
import * as streamLogs from './commands/streamLogs.ts';

/** The commands of logs. */
export const logsCommands = Object.freeze({
  'ecs.filterLogs': filterLogs,
  'ecs.loadMoreLogs': loadMoreLogs,
  'ecs.openLogs': openLogs,
  'ecs.pauseLogs': pauseLogs,
  'ecs.resumeLogs': resumeLogs,
  'ecs.showEarlierLogs': showEarlierLogs,
  'ecs.stopLogs': stopLogs,
  'ecs.streamLogs': streamLogs,
});
