import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeploymentModel } from '../../../src/ui/deployments/panel/deploymentProtocol.ts';
import { openPage, type Page } from './openPage.ts';

const { mountPage } = await import('../../../src/ui/webview/page/mountPage.ts');
const { deploymentView } = await import('../../../src/ui/deployments/panel/page/deploymentView.ts');

const hostile = '<img src=x onerror="alert(1)">';

/** A blue/green deployment in its bake time, with everything that the view has a place for. */
const full: DeploymentModel = {
  title: 'web:2 → web',
  where: '123456789012 · eu-west-1',
  state: 'inProgress',
  headline: '1 of 2 running',
  problem: 'ECS cannot be reached.',
  buttons: [
    { text: 'Stream Logs', action: { name: 'streamLogs' } },
    { text: 'Roll Back…', action: { name: 'rollBack' }, isSecondary: true },
  ],
  hook: {
    heading: 'It waits',
    stage: 'bake time',
    deadline: 'for 7 minutes',
    buttons: [{ text: 'Continue…', action: { name: 'answerHook', hookId: 'h1', answer: 'CONTINUE' } }],
  },
  revisions: {
    heading: 'Revisions',
    columns: ['Revision', 'Role', 'State'],
    rows: [
      { isOwn: true, cells: ['web:2', 'this deployment'], state: 'in progress', reason: hostile },
      { isOwn: false, cells: ['web:1', 'being replaced'], state: 'completed', reason: '' },
    ],
  },
  traffic: {
    columns: ['Traffic', 'Production', 'Test'],
    rows: [{ revision: 'web:2', production: 90, test: 100 }],
  },
  breaker: {
    text: 'Circuit breaker: 1 of 3 failures',
    meter: { failures: 1, threshold: 3 },
    status: 'monitoring',
  },
  chart: {
    label: 'Running tasks over time',
    desired: 2,
    desiredText: 'desired 2',
    lines: [
      { name: 'web:1', isOwn: false, counts: [0, 2] },
      { name: hostile, isOwn: true, counts: [2, 0] },
    ],
    times: [1000, 6000],
    most: 3,
    from: '10:00:01',
    until: '10:00:06',
  },
  stages: {
    heading: 'Lifecycle',
    stages: [
      { text: 'scale up', state: 'done' },
      { text: 'bake time', state: 'current' },
      { text: 'clean up', state: 'ahead' },
    ],
  },
  health: {
    heading: 'Target health',
    groups: [{ name: 'web-blue', states: '1 unhealthy', reasons: ['codes: [503]'] }],
  },
  failures: {
    heading: 'Failed tasks',
    groups: [
      {
        key: 'a',
        title: hostile,
        tasks: [{ id: '01234567', time: '12:00' }],
        reason: 'web exited with 7',
        explanation: hostile,
        logs: [{ container: 'web', text: hostile }],
      },
    ],
  },
  events: { heading: 'Events', none: 'None yet.', events: [{ id: 'b', time: '12:01', text: hostile, whole: hostile }] },
};

function openDeployment(): Page {
  const page = openPage();
  mountPage(deploymentView);
  page.show(full);
  return page;
}

const textOf = ({ element }: Page): string => (element.textContent ?? '').replaceAll(/\s+/g, ' ');

test('nothing from the account becomes an element', () => {
  const page = openDeployment();
  assert.equal(page.element.querySelector('img'), null);
  assert.equal(page.element.querySelector('pre')?.textContent, hostile);
  assert.ok(page.element.querySelector('.events')?.textContent?.includes(hostile));
});

test('everything that the model tells stands on the page', () => {
  const page = openDeployment();
  const text = textOf(page);
  const parts = [
    'web:2 → web 123456789012 · eu-west-1 1 of 2 running ECS cannot be reached.',
    'It waits · bake time for 7 minutes',
    'RevisionRoleState web:2this deployment in progress web:1being replaced completed',
    'TrafficProductionTest web:2 90 % 100 %',
    'Circuit breaker: 1 of 3 failures monitoring',
    'desired 2',
    'Lifecycle scale upbake timeclean up',
    'web-blue: 1 unhealthy codes: [503]',
    'web exited with 7 01234567 12:00',
  ];
  assert.deepEqual(
    parts.filter((part) => !text.includes(part)),
    [],
    text,
  );
  assert.equal(page.element.querySelector('[aria-current="step"]')?.textContent, 'bake time');
  const [, breaker] = page.element.querySelectorAll('meter');
  assert.deepEqual([breaker?.getAttribute('value'), breaker?.getAttribute('max')], ['1', '3']);
});

test('what the model does not have leaves no trace', () => {
  const page = openDeployment();
  const gone = { problem: undefined, hook: undefined, traffic: undefined, chart: undefined, stages: undefined };
  const breaker = { text: 'No circuit breaker', meter: undefined, status: '' };
  const events = { ...full.events, events: [] };
  page.show({ ...full, ...gone, health: undefined, failures: undefined, breaker, events });
  assert.equal(page.element.querySelector('.problem, .hook, .traffic, meter, figure, .stages, .failure, li'), null);
  assert.match(textOf(page), /None yet\./);
});

test('a button sends the action that it stands for', () => {
  const page = openDeployment();
  const buttons = [...page.element.querySelectorAll('vscode-button')] as HTMLElement[];
  assert.deepEqual(
    buttons.map(({ textContent }) => textContent),
    ['Stream Logs', 'Roll Back…', 'Continue…'],
  );
  for (const button of buttons) button.click();
  assert.deepEqual(page.sent, [
    { type: 'ready' },
    { type: 'action', action: { name: 'streamLogs' } },
    { type: 'action', action: { name: 'rollBack' } },
    { type: 'action', action: { name: 'answerHook', hookId: 'h1', answer: 'CONTINUE' } },
  ]);
});

test('a new event leaves the elements of those before it as they are', () => {
  const page = openDeployment();
  const [before] = page.element.querySelectorAll('.events li');
  const events = [{ id: 'c', time: '12:02', text: 'newer' }, ...full.events.events];
  page.show({ ...full, events: { ...full.events, events } });
  const [newer, after] = page.element.querySelectorAll('.events li');
  assert.ok(newer?.textContent?.includes('newer'));
  assert.equal(after, before);
});

test('the chart draws on what the last look found, so that a change in it can be seen', () => {
  const path = openDeployment().element.querySelector('path.new')?.getAttribute('d') ?? '';
  const [, changed = '', end = ''] = /H(\d+) V\d+ H(\d+)$/.exec(path) ?? [];
  assert.equal(end, '600');
  assert.ok(Number(changed) < 580, path);
});
