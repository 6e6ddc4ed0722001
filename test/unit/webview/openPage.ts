import { Window } from 'happy-dom';
import type { PageState, ShowMessage } from '../../../src/ui/webview/protocol.ts';

/** What the page told VS Code. */
export interface Page {
  /** Its element, as the person sees it. */
  element: HTMLElement;
  sent: unknown[];
  state: PageState | undefined;
  /** Sends the page what an extension may send, or what no extension does. */
  receive(message: unknown): void;
  show(model: object, restore?: unknown): void;
}

const window = new Window();
const given = [
  'document',
  'Document',
  'customElements',
  'HTMLElement',
  'Element',
  'Node',
  'CSSStyleSheet',
  'ShadowRoot',
] as const;
Object.assign(globalThis, { window }, Object.fromEntries(given.map((name) => [name, window[name]])));

// Controls take part in forms, of which this DOM knows nothing yet.
Object.assign(window.HTMLElement.prototype, { attachInternals: () => ({ setFormValue: () => undefined }) });

/** An empty page in a DOM of plain Node, with what VS Code gives a webview. Import this before any page. */
export function openPage(kept?: PageState): Page {
  const element = document.createElement('main');
  element.id = 'page';
  document.body.replaceChildren(element);
  const page: Page = {
    element,
    sent: [],
    state: kept,
    receive: (data) => void window.dispatchEvent(new window.MessageEvent('message', { data })),
    show: (model, restore) => page.receive({ type: 'show', model, restore } satisfies ShowMessage<object>),
  };
  const api = {
    postMessage: (message: unknown) => page.sent.push(structuredClone(message)),
    getState: () => page.state,
    setState: (state: PageState) => {
      page.state = structuredClone(state);
    },
  };
  Object.assign(globalThis, { acquireVsCodeApi: () => api });
  return page;
}
