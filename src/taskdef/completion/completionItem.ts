import type { Edit } from '../document/edits.ts';

/** One proposal. `edit.text` is in VS Code's snippet syntax; the token that is typed over lies in `edit`. */
export interface CompletionItem {
  label: string;
  kind: 'property' | 'value' | 'snippet' | 'reference';
  /** One line beside the label. */
  detail?: string;
  /** Markdown. */
  documentation?: string;
  edit: Edit;
  /** Further edits that belong to it: a comma before, values that depend on this one. They do not overlap `edit`. */
  additionalEdits: Edit[];
  /** What the typed text is compared with: as it stands in the file, quotes included. */
  filterText: string;
  /** Order among the proposals. */
  sortText: string;
  /** Why ECS refuses it in this file as it is; shown as deprecated, last in the list. */
  refused?: string;
  /** Whether nearly every file has it, so that it is refused for nothing that can be written beside it. */
  isUsual?: boolean;
  /** What ECS wants beside it, which the file lacks yet. */
  needs?: string;
}
