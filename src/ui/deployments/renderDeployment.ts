import type { ServiceRevisionSummary } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { breakerThreshold } from '../../ecs/deployment/breakerThreshold.ts';
import { familyRevision, shortTaskId } from '../../ecs/arn.ts';
import { bakeMinutesLeft, lifecycleStages, waitingHook } from '../../ecs/deployment/lifecycle.ts';
import { plainWords } from '../../ecs/text/plainWords.ts';
import { isOver } from '../../ecs/deployment/rollout.ts';
import { countChart } from './countChart.ts';
import { type DeploymentSummary, eventsOf, type TaskFailure } from './deploymentSummary.ts';
import { html, type Html } from './html.ts';
import { revisionRows } from './revisionRows.ts';
import { minutesText } from '../common/countText.ts';

/** The parts of the page by the id of the element that holds them; only what is different is put on screen. */
export type Sections = Record<'head' | 'hook' | 'revisions' | 'stages' | 'health' | 'failures' | 'events', string>;

/** The whole view of a deployment at one moment. */
export function renderDeployment(facts: DeploymentSummary): Sections {
  return {
    head: renderHead(facts).text,
    hook: renderHook(facts).text,
    revisions: renderRevisions(facts).text,
    stages: renderStages(facts).text,
    health: renderHealth(facts).text,
    failures: renderFailures(facts).text,
    events: renderEvents(facts).text,
  };
}

function renderHead({ deployment, sample, headline, problem }: DeploymentSummary): Html {
  const { serviceName, revision, account, region, startedAt } = deployment;
  const over = isOver(sample.rollout);
  return html`<h1>${l10n.t('{0} → {1}', revision, serviceName)}</h1>
    <p class="where">${account} · ${region} · ${l10n.t('started {0}', new Date(startedAt).toLocaleString())}</p>
    <p class="state ${sample.rollout.state}" role="status"><span class="dot"></span>${headline}</p>
    ${problem && html`<p class="problem">${problem}</p>`}
    <p class="actions">
      <button data-action="logs">${l10n.t('Stream Logs')}</button>
      ${!over && html`<button class="secondary" data-action="rollBack">${l10n.t('Roll Back…')}</button>`}
    </p>`;
}

function renderHook({ sample, now }: DeploymentSummary): Html {
  const hook = sample.record && waitingHook(sample.record);
  if (!hook || isOver(sample.rollout)) return html``;
  const minutes = hook.expiresAt && Math.max(0, Math.round((hook.expiresAt.getTime() - now) / 60_000));
  const then = hook.timeoutAction === 'CONTINUE' ? l10n.t('continued') : l10n.t('rolled back');
  return html`<div class="hook">
    <p>
      <b>${l10n.t('The deployment waits for your answer')}</b>
      ${sample.record?.lifecycleStage ? html` · ${plainWords(sample.record.lifecycleStage)}` : ''}
    </p>
    ${minutes !== undefined && html`<p>${l10n.t('Without one it is {0} in {1}.', then, minutesText(minutes))}</p>`}
    <p class="actions">
      <button data-action="continue" data-hook="${hook.hookId ?? ''}">${l10n.t('Continue…')}</button>
      <button class="secondary" data-action="rollBackHook" data-hook="${hook.hookId ?? ''}">
        ${l10n.t('Roll Back…')}
      </button>
    </p>
  </div>`;
}

function renderRevisions(facts: DeploymentSummary): Html {
  const { sample, deployment, samples, names } = facts;
  const lines = Object.entries(names).map(([id, name]) => ({
    id,
    name,
    role: id === deployment.deploymentId ? ('new' as const) : ('old' as const),
  }));
  return html`<h2>${l10n.t('Revisions')}</h2>
    <table>
      <tr>
        <th>${l10n.t('Revision')}</th>
        <th>${l10n.t('Role')}</th>
        <th>${l10n.t('Desired')}</th>
        <th>${l10n.t('Running')}</th>
        <th>${l10n.t('Pending')}</th>
        <th>${l10n.t('Failed')}</th>
        <th>${l10n.t('State')}</th>
      </tr>
      ${revisionRows(facts)}
    </table>
    ${trafficTable(facts)} ${breakerLine(facts)} ${countChart(samples, lines, sample.service?.desiredCount ?? 0)}`;
}

/** Which share of the traffic each service revision gets, where the strategy shifts it. */
function trafficTable({ sample, revisions }: DeploymentSummary): Html {
  const { record } = sample;
  if (!record) return html``;
  const all = [...(record.sourceServiceRevisions ?? []), record.targetServiceRevision].filter(
    (one) => one !== undefined,
  );
  const weighted = all.filter((one) => one.requestedProductionTrafficWeight !== undefined);
  if (weighted.length === 0) return html``;
  const nameOf = ({ arn }: ServiceRevisionSummary): string =>
    familyRevision(revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === arn)?.taskDefinition ?? arn ?? '');
  return html`<table class="traffic">
    <tr>
      <th>${l10n.t('Traffic')}</th>
      <th>${l10n.t('Production')}</th>
      <th>${l10n.t('Test')}</th>
    </tr>
    ${weighted.map((one) => {
      const weight = one.requestedProductionTrafficWeight ?? 0;
      return html`<tr>
        <td>${nameOf(one)}</td>
        <td><meter min="0" max="100" value="${weight}"></meter> ${weight} %</td>
        <td>${one.requestedTestTrafficWeight ?? 0} %</td>
      </tr>`;
    })}
  </table>`;
}

function breakerLine({ sample, deployment }: DeploymentSummary): Html {
  const breaker = sample.record?.deploymentCircuitBreaker;
  if (breaker && breaker.status !== 'DISABLED') {
    const { failureCount = 0, threshold = 0, status = '' } = breaker;
    return breakerMeter(failureCount, threshold, plainWords(status));
  }
  const configured = sample.service?.deploymentConfiguration?.deploymentCircuitBreaker;
  if (configured?.enable) {
    const own = sample.service?.deployments?.find(({ id }) => id === deployment.deploymentId);
    return breakerMeter(own?.failedTasks ?? 0, breakerThreshold(sample.service?.desiredCount ?? 0, configured), '');
  }
  return html`<p>${l10n.t('No circuit breaker: a failing deployment goes on until it is stopped.')}</p>`;
}

function breakerMeter(failures: number, threshold: number, status: string): Html {
  return html`<p>
    ${threshold === 1 ? l10n.t('Circuit breaker: {0} of 1 failure', failures) : l10n.t('Circuit breaker: {0} of {1} failures', failures, threshold)}
    <meter
      min="0"
      max="${Math.max(1, threshold)}"
      value="${failures}"
      optimum="0"
      low="0.5"
      high="${threshold - 0.5}"
    ></meter>
    ${status}
  </p>`;
}

function renderStages({ sample, stage, now }: DeploymentSummary): Html {
  const { record } = sample;
  const configuration = record?.deploymentConfiguration ?? sample.service?.deploymentConfiguration;
  const strategy = configuration?.strategy ?? 'ROLLING';
  const current = record?.lifecycleStage;
  if (strategy === 'ROLLING' && !current) return html``;
  const left = bakeMinutesLeft(stage, configuration?.bakeTimeInMinutes, now);
  const place = lifecycleStages.findIndex((name) => name === current);
  return html`<h2>${l10n.t('Lifecycle')} · ${plainWords(strategy)}</h2>
    <ol class="stages">
      ${lifecycleStages.map((name, index) => {
        const state = name === current ? 'current' : place >= 0 && index < place ? 'done' : '';
        const bake = name === 'BAKE_TIME' && left !== undefined ? html` · ${l10n.t('about {0} min left', left)}` : '';
        return html`<li class="${state}" ${state === 'current' ? html`aria-current="step"` : ''}>
          ${plainWords(name)}${bake}
        </li>`;
      })}
    </ol>`;
}

function renderHealth({ health }: DeploymentSummary): Html {
  if (health.length === 0) return html``;
  return html`<h2>${l10n.t('Target health')}</h2>
    <ul>
      ${health.map(({ name, counts, reasons }) => {
        const states = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
        return html`<li>
          <b>${name}</b>: ${states.join(', ') || l10n.t('no targets')}
          ${reasons.map((reason) => html`<div class="advice">${reason}</div>`)}
        </li>`;
      })}
    </ul>`;
}

function renderFailures({ failures }: DeploymentSummary): Html {
  if (failures.length === 0) return html``;
  return html`<h2>${l10n.t('Failed tasks')}</h2>
    ${failures.map(failure)}`;
}

function failure({ taskArn, at, reason, advice, logs }: TaskFailure): Html {
  return html`<section class="failure">
    <p><code>${shortTaskId(taskArn)}</code> · ${new Date(at).toLocaleTimeString()} · ${reason}</p>
    ${advice && html`<p class="advice">${advice}</p>`}
    ${logs.map(
      ({ container, lines }) =>
        html`<p class="container">${container}</p>
          <pre>${lines.join('\n')}</pre>`,
    )}
  </section>`;
}

function renderEvents(facts: DeploymentSummary): Html {
  const events = eventsOf(facts);
  return html`<h2>${l10n.t('Events')}</h2>
    ${events.length === 0 && html`<p>${l10n.t('None yet.')}</p>`}
    <ul class="events">
      ${events.map(({ createdAt, message }) => {
        const time = createdAt ? createdAt.toLocaleTimeString() : '';
        return html`<li><time>${time}</time> ${message ?? ''}</li>`;
      })}
    </ul>`;
}
