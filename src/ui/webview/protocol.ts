/** From the extension to a page. */
export interface ShowMessage<Model> {
  type: 'show';
  model: Model;
  /** What the panel is filled from when VS Code brings it back after a reload. */
  restore: unknown;
}

/** From a page to the extension: it is there and shows nothing yet, or the person wants something. */
export type PageMessage<Action> = { type: 'ready' } | { type: 'action'; action: Action };

/**
 * What VS Code keeps of a page while it is not in front, and over a reload: on the disk, so what the page showed is no
 * part of it.
 */
export interface PageState {
  restore?: unknown;
  /** How far it was scrolled, in pixels. */
  scroll?: number;
}

/** A button of a page with the action that it stands for. */
export interface ActionButton<Action> {
  text: string;
  action: Action;
  isSecondary?: boolean;
}

/** A message as a page reads it; undefined for one that is none of ours. */
export function readShowMessage<Model>(message: unknown): ShowMessage<Model> | undefined {
  if (!isRecord(message) || message.type !== 'show' || !isRecord(message.model)) return undefined;
  return { type: 'show', model: message.model as Model, restore: message.restore };
}

/** A message as the extension reads it; the panel judges the action. */
export function readPageMessage(message: unknown): PageMessage<unknown> | undefined {
  if (!isRecord(message)) return undefined;
  if (message.type === 'ready') return { type: 'ready' };
  return message.type === 'action' ? { type: 'action', action: message.action } : undefined;
}

/** What the panel that a kept state belongs to is filled from. */
export function restoredFrom(state: unknown): unknown {
  return isRecord(state) ? state.restore : undefined;
}

/** Whether something that came from outside has members to look at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
