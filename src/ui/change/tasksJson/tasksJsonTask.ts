import type { TaskDefinition } from 'vscode';

/** A task of type `ecs` as it stands in tasks.json; package.json has its schema. */
export interface TasksJsonTask extends TaskDefinition {
  type: 'ecs';
  command: 'register' | 'deploy' | 'run' | 'wait';
  /** Task-definition file, from the workspace folder. */
  file?: string;
  cluster?: string;
  service?: string;
}
