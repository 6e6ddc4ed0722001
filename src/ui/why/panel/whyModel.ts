import type { Task } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import type { Why } from '../../../diagnose/askWhy.ts';
import { familyRevision, nameOfArn, shortTaskId } from '../../../ecs/arn.ts';
import type { Answer, Certainty, Remedy } from '../../../ecs/diagnosis/cause.ts';
import type { Facts } from '../../../ecs/diagnosis/facts.ts';
import { stopWords } from '../../../ecs/diagnosis/words.ts';
import { taskTimeline } from '../../../ecs/task/taskTimeline.ts';
import { durationText } from '../../common/countText.ts';
import type { AnswerModel, WhyAction, WhyModel } from './whyProtocol.ts';

/** What is asked about, and where it is. */
export interface WhyPlace {
  account: string;
  region: string;
  /** Of the task or service. */
  name: string;
}

/** The whole answer at one moment. */
export function whyModel({ facts, diagnosis, isOpen }: Why, { account, region, name }: WhyPlace): WhyModel {
  const { task, service, logs = [] } = facts;
  const known = diagnosis.answers.map((answer) => answerModel(answer, facts));
  const words = stopWords(facts).map(({ text }) => text);
  const steps = task ? taskTimeline(task) : [];
  const slowest = Math.max(0, ...steps.map(({ tookMs }) => tookMs ?? 0));
  return {
    title: titleOf(facts, name),
    where: [
      task && familyRevision(task.taskDefinitionArn ?? ''),
      nameOfArn(task?.clusterArn ?? service?.clusterArn ?? ''),
      account,
      region,
    ]
      .filter(Boolean)
      .join(' · '),
    looking: isOpen ? l10n.t('Looking further…') : undefined,
    answers: known.length > 0 ? known : isOpen ? [] : [unknown(words)],
    words: words.length > 0 ? { heading: l10n.t('In the words of ECS'), texts: words } : undefined,
    timeline:
      steps.length > 1
        ? {
            heading: l10n.t('What happened when'),
            steps: steps.map(({ at, text, tookMs }) => ({
              time: at.toLocaleTimeString(),
              text,
              took: tookMs === undefined ? '' : durationText(tookMs),
              isSlowest: tookMs !== undefined && tookMs === slowest && steps.length > 2,
            })),
          }
        : undefined,
    logs:
      logs.length > 0
        ? {
            heading: l10n.t('Last log lines'),
            tails: logs.map(({ container, lines }) => ({ container, text: lines.join('\n') })),
          }
        : undefined,
    unread: unreadText(facts),
    buttons: [{ text: l10n.t('Copy as Markdown'), action: { name: 'copy' }, isSecondary: true }],
  };
}

function titleOf({ task, subject }: Facts, name: string): string {
  return subject === 'task' && task ? stateTitle(task) : l10n.t('Why: {0}', name);
}

function stateTitle(task: Task): string {
  const id = shortTaskId(task.taskArn ?? '');
  return task.lastStatus === 'STOPPED' || task.desiredStatus === 'STOPPED'
    ? l10n.t('Why task {0} stopped', id)
    : l10n.t('Why task {0} is {1}', id, task.lastStatus ?? '');
}

const certaintyTexts: Record<Certainty, () => string> = {
  certain: () => '',
  likely: () => l10n.t('Most likely'),
  possible: () => l10n.t('Possible'),
};

function answerModel(answer: Answer, facts: Facts): AnswerModel {
  const { cause, certainty, sentence, advice, evidence, remedies = [], isWanted } = answer;
  return {
    cause,
    certainty: isWanted ? 'wanted' : certainty,
    certaintyText: certaintyTexts[certainty](),
    sentence,
    advice,
    evidence: { heading: l10n.t('Seen'), facts: evidence.map(({ text, from }) => ({ text, from })) },
    buttons: remedies.flatMap((remedy) => {
      const button = buttonOf(remedy, facts);
      return button ? [button] : [];
    }),
  };
}

/** Nobody knows these words: the facts are shown, and the page of AWS that lists such errors. */
function unknown(words: readonly string[]): AnswerModel {
  return {
    cause: 'unknown',
    certainty: 'possible',
    certaintyText: '',
    sentence:
      words.length > 0
        ? l10n.t('ECS gives a reason that is not known here.')
        : l10n.t('Nothing that can be read says why.'),
    advice: l10n.t('What was seen stands below. AWS lists errors of stopped tasks in its documentation.'),
    evidence: { heading: '', facts: [] },
    buttons: [],
  };
}

function buttonOf(remedy: Remedy, { service, task }: Facts): AnswerModel['buttons'][number] | undefined {
  const ofService = service !== undefined || task?.group?.startsWith('service:') === true;
  const button = (text: string, name: WhyAction['name']) => ({ text, action: { name }, isSecondary: true });
  switch (remedy) {
    case 'openDefinition':
      return button(l10n.t('Open Task Definition'), 'openDefinition');
    case 'openLogs':
      return button(l10n.t('Open Logs'), 'openLogs');
    case 'deployPrevious':
      return ofService ? button(l10n.t('Roll Back…'), 'deployPrevious') : undefined;
    case 'deployImage':
      return ofService ? button(l10n.t('Deploy Image…'), 'deployImage') : undefined;
    case 'scale':
      return ofService ? button(l10n.t('Scale…'), 'scale') : undefined;
    case 'createLogGroup':
      return button(l10n.t('Create Log Group…'), 'createLogGroup');
    case 'openService':
      return ofService ? button(l10n.t('Open in Console'), 'openInConsole') : undefined;
    case 'copyPolicy':
      return button(l10n.t('Copy Policy…'), 'copyPolicy');
  }
}

function unreadText({ unread = [] }: Facts): string | undefined {
  const actions = [...new Set(unread.map(({ action }) => action))];
  return actions.length > 0
    ? l10n.t('Could not look at: {0}. The answer may be less sure for that.', actions.join(', '))
    : undefined;
}

/** The answer for a ticket. */
export function whyMarkdown(model: WhyModel): string {
  const { title, where, answers, words, timeline, logs, unread } = model;
  const lines = [`# ${title}`, '', where, ''];
  for (const { sentence, certaintyText, advice, evidence } of answers) {
    lines.push(`**${sentence}**${certaintyText ? ` (${certaintyText})` : ''}`, '', advice, '');
    lines.push(...evidence.facts.map(({ text, from }) => `- ${text} (\`${from}\`)`), '');
  }
  if (unread) lines.push(unread, '');
  if (words) lines.push(`## ${words.heading}`, '', ...words.texts.map((text) => `> ${text}`), '');
  if (timeline)
    lines.push(
      `## ${timeline.heading}`,
      '',
      ...timeline.steps.map(({ time, text, took }) => `- ${time} ${text}${took ? ` (${took})` : ''}`),
      '',
    );
  for (const { container, text } of logs?.tails ?? []) lines.push(`## ${container}`, '', '```', text, '```', '');
  return `${lines.join('\n').trim()}\n`;
}
