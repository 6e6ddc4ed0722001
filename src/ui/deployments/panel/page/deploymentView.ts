import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { actionButtons } from '../../../webview/page/actionButtons.ts';
import type { Act } from '../../../webview/page/mountPage.ts';
import type {
  BreakerModel,
  DeploymentAction,
  DeploymentModel,
  EventsModel,
  FailureModel,
  HookModel,
  RevisionsModel,
  StagesModel,
  TrafficModel,
} from '../deploymentProtocol.ts';
import { countChart } from './countChart.ts';

type Part = TemplateResult | typeof nothing;

/** A deployment from its state to its events. */
export function deploymentView(model: DeploymentModel, act: Act<DeploymentAction>): TemplateResult {
  const { title, where, state, headline, problem, buttons, hook, traffic, chart, stages, health, failures } = model;
  return html`<h1>${title}</h1>
    <p class="quiet">${where}</p>
    <p class="state ${state}" role="status"><span class="dot"></span>${headline}</p>
    ${problem ? html`<p class="problem">${problem}</p>` : nothing} ${actionButtons(buttons, act)}
    ${hook ? hookPart(hook, act) : nothing} ${revisionTable(model.revisions)}
    ${traffic ? trafficTable(traffic) : nothing} ${breakerLine(model.breaker)} ${chart ? countChart(chart) : nothing}
    ${stages ? stageList(stages) : nothing} ${health ? healthPart(health) : nothing}
    ${failures ? failuresPart(failures) : nothing} ${eventList(model.events)}`;
}

function hookPart({ heading, stage, deadline, buttons }: HookModel, act: Act<DeploymentAction>): TemplateResult {
  return html`<div class="hook">
    <p><b>${heading}</b>${stage ? html` · ${stage}` : nothing}</p>
    ${deadline ? html`<p>${deadline}</p>` : nothing} ${actionButtons(buttons, act)}
  </div>`;
}

function headRow(columns: readonly string[]): TemplateResult {
  return html`<tr>
    ${columns.map((column) => html`<th scope="col">${column}</th>`)}
  </tr>`;
}

function revisionTable({ heading, columns, rows }: RevisionsModel): TemplateResult {
  return html`<h2>${heading}</h2>
    <table>
      ${headRow(columns)}
      ${rows.map(
        ({ isOwn, cells, state, reason }) =>
          html`<tr class=${isOwn ? 'new' : 'old'}>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
            <td title=${reason || nothing}>${state}</td>
          </tr>`,
      )}
    </table>`;
}

function trafficTable({ columns, rows }: TrafficModel): TemplateResult {
  return html`<table class="traffic">
    ${headRow(columns)}
    ${rows.map(
      ({ revision, production, test }) =>
        html`<tr>
          <td>${revision}</td>
          <td><meter min="0" max="100" value=${production}></meter> ${production} %</td>
          <td>${test} %</td>
        </tr>`,
    )}
  </table>`;
}

function breakerLine({ text, meter, status }: BreakerModel): TemplateResult {
  return html`<p class="breaker">${text} ${meter ? breakerMeter(meter) : nothing} ${status}</p>`;
}

function breakerMeter({ failures, threshold }: NonNullable<BreakerModel['meter']>): TemplateResult {
  return html`<meter
    min="0"
    max=${Math.max(1, threshold)}
    value=${failures}
    optimum="0"
    low="0.5"
    high=${threshold - 0.5}
  ></meter>`;
}

function stageList({ heading, stages }: StagesModel): TemplateResult {
  return html`<h2>${heading}</h2>
    <ol class="stages">
      ${stages.map(
        ({ text, state }) =>
          html`<li class=${state} aria-current=${state === 'current' ? 'step' : nothing}>${text}</li>`,
      )}
    </ol>`;
}

function healthPart({ heading, groups }: NonNullable<DeploymentModel['health']>): TemplateResult {
  return html`<h2>${heading}</h2>
    <ul>
      ${groups.map(
        ({ name, states, reasons }) =>
          html`<li><b>${name}</b>: ${states} ${reasons.map((reason) => html`<div class="quiet">${reason}</div>`)}</li>`,
      )}
    </ul>`;
}

function failuresPart({ heading, groups }: NonNullable<DeploymentModel['failures']>): TemplateResult {
  return html`<h2>${heading}</h2>
    ${repeat(groups, ({ key }) => key, failurePart)}`;
}

function failurePart({ title, explanation, reason, tasks, logs }: FailureModel): TemplateResult {
  const log = ({ container, text }: FailureModel['logs'][number]): Part =>
    html`<p class="quiet">${container}</p>
      <pre>${text}</pre>`;
  return html`<section class="failure">
    <p><b>${title}</b></p>
    ${explanation ? html`<p>${explanation}</p>` : nothing}
    <p class="quiet">${reason}</p>
    <p class="quiet">${tasks.map(({ id, time }) => html`<code>${id}</code> ${time} `)}</p>
    ${logs.map(log)}
  </section>`;
}

function eventList({ heading, none, events }: EventsModel): TemplateResult {
  const event = ({ time, text, whole }: EventsModel['events'][number]): Part =>
    html`<li title=${whole}><time>${time}</time> ${text}</li>`;
  return html`<h2>${heading}</h2>
    ${events.length === 0 ? html`<p>${none}</p>` : nothing}
    <ul class="events">
      ${repeat(events, ({ id }) => id, event)}
    </ul>`;
}
