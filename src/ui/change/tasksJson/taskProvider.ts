import { CustomExecution, type Disposable, l10n, Task, TaskScope, tasks, workspace } from 'vscode';
import { findNamedFiles } from '../../common/documents/findNamedFiles.ts';
import type { Workbench } from '../../common/workbench.ts';
import type { TasksJsonTask } from './tasksJsonTask.ts';

const type = 'ecs';

/** Files that a task is offered for. */
const most = 20;

/** Offers and runs tasks of type `ecs`. A workspace that is not trusted gets none. */
export function registerTasks(workbench: Workbench): Disposable {
  return tasks.registerTaskProvider(type, {
    provideTasks: () => (workspace.isTrusted ? findTasks(workbench) : []),
    resolveTask: (task) => {
      if (!workspace.isTrusted) return undefined;
      return makeTask(workbench, task.definition as TasksJsonTask, task.name, task.scope);
    },
  });
}

async function findTasks(workbench: Workbench): Promise<Task[]> {
  const found = await findNamedFiles('taskDefinition', most);
  return found.map((uri) => {
    const file = workspace.asRelativePath(uri, false);
    const folder = workspace.getWorkspaceFolder(uri) ?? TaskScope.Workspace;
    return makeTask(workbench, { type, command: 'register', file }, l10n.t('register {0}', file), folder);
  });
}

function makeTask(workbench: Workbench, definition: TasksJsonTask, name: string, scope: Task['scope']): Task {
  const execution = new CustomExecution(async () => {
    const { TaskTerminal } = await import('./taskTerminal.ts');
    return new TaskTerminal(workbench, definition, typeof scope === 'object' ? scope : undefined);
  });
  return new Task(definition, scope ?? TaskScope.Workspace, name, type, execution, '$ecs');
}
