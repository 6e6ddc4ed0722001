import type { Disposable } from 'vscode';

/** Puts a model on a panel's page, with what the panel is filled from after a reload. */
export type Show<Model> = (model: Model, restore: unknown) => void;

/** What stands behind one open panel; disposed when the panel is closed. */
export interface PanelContent<Action> extends Disposable {
  /** The page is there and empty: at first, and each time that the panel comes back to the front. */
  onReady(): void;
  onAction(action: Action): void;
}

/** A kind of panel: what it is about, what its page shows and what a person can do there. */
export interface PanelKind<Subject extends object, Model, Action> {
  /** As the manifest names it. */
  viewType: string;
  /** The name of its page: `src/ui/<feature>/<panel>/page/<name>Page.ts`. */
  page: string;
  /** Each subject has a panel of its own; a subject that takes another's place has the same key. */
  keyOf(subject: Subject): string;
  titleOf(subject: Subject): string;
  /** An action as the page sent it; undefined for anything else. */
  readAction(action: unknown): Action | undefined;
  /** Begins to show the subject. */
  fill(subject: Subject, show: Show<Model>): PanelContent<Action>;
}
