import { render, type TemplateResult } from 'lit/html.js';
import { type PageMessage, type PageState, readShowMessage } from '../protocol.ts';
import { visibleModel } from './visibleModel.ts';

/** Does what the person wants, in the extension. */
export type Act<Action> = (action: Action) => void;

/** What a page looks like while it shows a model. */
type View<Model, Action> = (model: Model, act: Act<Action>) => TemplateResult;

/** What VS Code gives the script of a webview, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage<unknown>): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

/** Shows whatever the extension sends. What stays the same stays on the page, with its focus and selection. */
export function mountPage<Model, Action>(view: View<Model, Action>): void {
  const api = acquireVsCodeApi();
  const page = document.getElementById('page') ?? document.body;
  const kept = api.getState()?.scroll ?? 0;
  const keep = (state: PageState): void => api.setState({ ...api.getState(), ...state });
  const act: Act<Action> = (action) => api.postMessage({ type: 'action', action });
  let isEmpty = true;
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readShowMessage<Model>(data);
    if (!message) return;
    keep({ restore: message.restore });
    render(view(visibleModel(message.model), act), page);
    if (isEmpty) window.scrollTo(0, kept);
    isEmpty = false;
  });
  window.addEventListener('scrollend', () => {
    if (!isEmpty) keep({ scroll: window.scrollY });
  });
  api.postMessage({ type: 'ready' });
}
