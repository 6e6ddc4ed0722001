import * as chooseFileKind from './commands/chooseFileKind.ts';
import * as compareWithLatest from './commands/compareWithLatest.ts';
import * as ignoreRule from './commands/ignoreRule.ts';
import * as selectDeployTool from './commands/selectDeployTool.ts';

/** The commands of task-definition files. */
export const editorCommands = Object.freeze({
  'ecs.chooseFileKind': chooseFileKind,
  'ecs.compareWithLatest': compareWithLatest,
  'ecs.ignoreRule': ignoreRule,
  'ecs.selectDeployTool': selectDeployTool,
});
