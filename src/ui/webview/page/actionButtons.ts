import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, type TemplateResult } from 'lit/html.js';
import type { ActionButton } from '../protocol.ts';
import type { Act } from './mountPage.ts';

/** A row of buttons, each for one action. */
export function actionButtons<Action>(buttons: readonly ActionButton<Action>[], act: Act<Action>): TemplateResult {
  return html`<p class="actions">
    ${buttons.map(
      ({ text, action, isSecondary = false }) =>
        html`<vscode-button ?secondary=${isSecondary} @click=${() => act(action)}>${text}</vscode-button>`,
    )}
  </p>`;
}
