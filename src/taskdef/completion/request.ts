import type { CheckContext } from '../rule/checkContext.ts';
import type { Cursor } from '../document/cursor.ts';
import type { SourceDocument } from '../document/document.ts';
import type { Edit } from '../document/edits.ts';
import type { Fields } from '../document/fields.ts';
import type { SchemaPlace } from '../document/schemaAt.ts';
import type { Service } from '../document/service.ts';
import type { Container, Task } from '../document/task.ts';

/** What a provider of proposals sees. */
export interface CompletionRequest {
  document: SourceDocument;
  cursor: Cursor;
  /** What the schema says about the value, or about the object whose member is being named. */
  place: SchemaPlace;
  task: Task;
  /** In a service definition. */
  service: Service | undefined;
  /** The object that holds the value or the member, as far as it is parsed. */
  holder: Fields;
  /** The container around the cursor. */
  container?: Container;
  context: CheckContext;
}

/** A value to propose; it becomes JSON unless `snippet` says otherwise. */
export interface Proposal {
  value: unknown;
  label?: string;
  detail?: string;
  documentation?: string;
  refused?: string;
  /** Whether it is written into nearly every file: that it makes others necessary does not speak against it. */
  isUsual?: boolean;
  /** Text of the value in snippet syntax, instead of `value`. */
  snippet?: string;
  /** Edits elsewhere in the file without which the value would be wrong. */
  also?: Edit[];
}

export type ValueProvider = (request: CompletionRequest) => Proposal[];
