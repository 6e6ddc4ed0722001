import { EventEmitter, type Pseudoterminal, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { describeError, isCancellation } from '../../common/reportError.ts';
import type { Workbench } from '../../common/workbench.ts';
import type { TasksJsonTask } from './tasksJsonTask.ts';
import { runTasksJsonTask } from './runTasksJsonTask.ts';

/** The terminal in which an `ecs` task runs: it asks and confirms as the commands do, and exits with 0 or 1. */
export class TaskTerminal implements Pseudoterminal {
  readonly #workbench: Workbench;
  readonly #definition: TasksJsonTask;
  readonly #folder: WorkspaceFolder | undefined;
  readonly #wrote = new EventEmitter<string>();
  readonly #closed = new EventEmitter<number>();

  readonly onDidWrite = this.#wrote.event;
  readonly onDidClose = this.#closed.event;

  constructor(workbench: Workbench, definition: TasksJsonTask, folder: WorkspaceFolder | undefined) {
    this.#workbench = workbench;
    this.#definition = definition;
    this.#folder = folder;
  }

  open(): void {
    void this.#run().then((code) => this.#closed.fire(code));
  }

  close(): void {
    this.#wrote.dispose();
    this.#closed.dispose();
  }

  async #run(): Promise<number> {
    // A terminal obeys what it is sent: names and messages of others are not to move its cursor, nor to add lines.
    const tell = (line: string): void => this.#wrote.fire(`${visibleLine(line)}\r\n`);
    try {
      const done = await runTasksJsonTask(this.#workbench, this.#definition, { file: this.#file(), tell });
      return done ? 0 : 1;
    } catch (error) {
      if (!isCancellation(error)) tell(describeError(error, this.#workbench.connections.wanted).message);
      return 1;
    }
  }

  #file(): Uri | undefined {
    const folder = this.#folder ?? workspace.workspaceFolders?.[0];
    const { file } = this.#definition;
    return folder && file ? Uri.joinPath(folder.uri, file) : undefined;
  }
}
