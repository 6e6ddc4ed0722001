import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { actionButtons } from '../../../webview/page/actionButtons.ts';
import type { Act } from '../../../webview/page/mountPage.ts';
import type { AnswerModel, WhyAction, WhyModel } from '../whyProtocol.ts';

/** The answer from its sentence to the last log lines. */
export function whyView(model: WhyModel, act: Act<WhyAction>): TemplateResult {
  const { title, where, looking, answers, words, timeline, logs, unread, buttons } = model;
  return html`<h1>${title}</h1>
    <p class="quiet">${where}</p>
    <div role="status">
      ${repeat(
        answers,
        ({ cause }) => cause,
        (answer) => answerPart(answer, act),
      )}
      ${looking ? html`<p class="quiet">${looking}</p>` : nothing}
    </div>
    ${unread ? html`<p class="problem">${unread}</p>` : nothing} ${actionButtons(buttons, act)}
    ${words ? wordsPart(words) : nothing} ${timeline ? timelinePart(timeline) : nothing}
    ${logs ? logsPart(logs) : nothing}`;
}

function answerPart(answer: AnswerModel, act: Act<WhyAction>): TemplateResult {
  const { certainty, certaintyText, sentence, advice, evidence, buttons } = answer;
  return html`<section class="answer ${certainty}">
    <p class="sentence">${sentence}</p>
    ${certaintyText ? html`<p class="quiet">${certaintyText}</p>` : nothing}
    <p>${advice}</p>
    ${actionButtons(buttons, act)}
    <p class="quiet">${evidence.heading}</p>
    <ul class="evidence">
      ${evidence.facts.map(({ text, from }) => html`<li>${text} <span class="quiet">· ${from}</span></li>`)}
    </ul>
  </section>`;
}

function wordsPart({ heading, texts }: NonNullable<WhyModel['words']>): TemplateResult {
  return html`<h2>${heading}</h2>
    <ul class="words">
      ${texts.map((text) => html`<li>${text}</li>`)}
    </ul>`;
}

function timelinePart({ heading, steps }: NonNullable<WhyModel['timeline']>): TemplateResult {
  return html`<h2>${heading}</h2>
    <table class="timeline">
      ${steps.map(
        ({ time, text, took, isSlowest }) =>
          html`<tr class=${isSlowest ? 'slowest' : nothing}>
            <td>${time}</td>
            <td>${text}</td>
            <td>${took}</td>
          </tr>`,
      )}
    </table>`;
}

function logsPart({ heading, tails }: NonNullable<WhyModel['logs']>): TemplateResult {
  return html`<h2>${heading}</h2>
    ${tails.map(
      ({ container, text }) =>
        html`<p class="quiet">${container}</p>
          <pre>${text}</pre>`,
    )}`;
}
