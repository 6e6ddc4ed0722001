import type { CheckContext } from '../rule/checkContext.ts';
import type { SourceDocument } from '../document/document.ts';
import type { Edit } from '../document/edits.ts';
import type { Range } from '../document/range.ts';
import type { Container, Task } from '../document/task.ts';

/** A change that a person may want; nothing is wrong without it. Its edits do not overlap. */
export interface Refactoring {
  kind: 'rewrite' | 'extract';
  title: string;
  edits: Edit[];
}

/** What a refactoring sees. */
export interface RefactoringRequest {
  document: SourceDocument;
  task: Task;
  range: Range;
  /** The container around the range. */
  container: Container | undefined;
  context: CheckContext;
}
