import { randomUUID } from 'node:crypto';
import { Html, html } from './html.ts';

const sections = ['head', 'hook', 'revisions', 'stages', 'health', 'failures', 'events'];

/** The empty page: what it shows comes in messages, so that an update moves neither scroll position nor focus. */
export function deploymentPage(title: string): string {
  const nonce = randomUUID();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const body = sections.map((id) => html`<div id="${id}"></div>`);
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="UTF-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${new Html(style)}
        </style>
      </head>
      <body>
        ${body}
        <script nonce="${nonce}">
          ${new Html(script)};
        </script>
      </body>
    </html>`.text;
}

const script = `
const vscode = acquireVsCodeApi();
window.addEventListener('message', ({ data }) => {
  if (data.state) vscode.setState(data.state);
  for (const [id, text] of Object.entries(data.sections ?? {})) {
    const element = document.getElementById(id);
    if (element && element.dataset.text !== text) { element.innerHTML = text; element.dataset.text = text; }
  }
});
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button[data-action]');
  if (button) vscode.postMessage({ action: button.dataset.action, hook: button.dataset.hook });
});
vscode.postMessage({ action: 'ready' });
`;

const style = `
body { font-family: var(--vscode-font-family); color: var(--vscode-foreground); padding: 0 24px 24px; max-width: 960px; }
h1 { font-size: 1.5em; font-weight: 600; margin: 16px 0 4px; }
h2 { font-size: 1.1em; font-weight: 600; margin: 24px 0 8px; border-bottom: 1px solid var(--vscode-panel-border); padding-bottom: 4px; }
.where, time, figcaption, .container { color: var(--vscode-descriptionForeground); }
.state { font-size: 1.15em; }
.dot { display: inline-block; width: 10px; height: 10px; border-radius: 50%; margin-right: 8px; background: var(--vscode-charts-blue); }
.completed .dot { background: var(--vscode-charts-green); }
.failed .dot, .serviceGone .dot { background: var(--vscode-charts-red); }
.rolledBack .dot, .replaced .dot { background: var(--vscode-charts-orange); }
.problem { color: var(--vscode-editorWarning-foreground); }
table { border-collapse: collapse; width: 100%; margin-bottom: 8px; }
th { text-align: left; font-weight: normal; color: var(--vscode-descriptionForeground); }
th, td { padding: 3px 12px 3px 0; }
tr.new td:first-child { font-weight: 600; }
button { font: inherit; border: 1px solid var(--vscode-button-border, transparent); padding: 4px 12px; margin-right: 8px; border-radius: 2px; cursor: pointer;
  color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
button:hover { background: var(--vscode-button-hoverBackground); }
button.secondary { border-color: var(--vscode-button-border, var(--vscode-panel-border)); color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
.hook { border: 1px solid var(--vscode-inputValidation-warningBorder); background: var(--vscode-inputValidation-warningBackground);
  padding: 4px 16px; }
figure { margin: 12px 0; }
svg { width: 100%; height: 96px; border: 1px solid var(--vscode-panel-border); }
path { fill: none; stroke-width: 2; vector-effect: non-scaling-stroke; }
path.new { stroke: var(--vscode-charts-blue); }
path.old { stroke: var(--vscode-charts-orange); stroke-dasharray: 6 3; }
line.desired { stroke: var(--vscode-descriptionForeground); stroke-dasharray: 2 4; vector-effect: non-scaling-stroke; }
.key::before { content: ''; display: inline-block; width: 14px; height: 0; margin: 0 6px 3px 8px; border-top: 2px dotted var(--vscode-descriptionForeground); }
.key.new::before { border-top: 2px solid var(--vscode-charts-blue); }
.key.old::before { border-top: 2px dashed var(--vscode-charts-orange); }
ol.stages { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px; }
ol.stages li { padding: 2px 8px; border: 1px solid var(--vscode-panel-border); color: var(--vscode-descriptionForeground); }
ol.stages li.done::before { content: '\\2713 '; }
ol.stages li.current { color: var(--vscode-foreground); border-color: var(--vscode-focusBorder); font-weight: 600; }
.failure { border-left: 3px solid var(--vscode-charts-red); padding: 0 12px; margin: 8px 0; overflow-wrap: anywhere; }
.advice { color: var(--vscode-descriptionForeground); }
pre { background: var(--vscode-textCodeBlock-background); padding: 8px; overflow-x: auto; font-family: var(--vscode-editor-font-family); }
ul { padding-left: 18px; } ul.events { list-style: none; padding: 0; } ul.events li { margin: 3px 0; overflow-wrap: anywhere; }
time { margin-right: 8px; font-variant-numeric: tabular-nums; }
`;
