import { type ActionButton, isRecord } from '../../webview/protocol.ts';

/** What a person can do in the answer: the remedies of its causes, and copying it. */
const actionNames = [
  'openDefinition',
  'openLogs',
  'deployPrevious',
  'deployImage',
  'scale',
  'createLogGroup',
  'copyPolicy',
  'openInConsole',
  'copy',
] as const;

export interface WhyAction {
  name: (typeof actionNames)[number];
}

/** Why something is as it is, in the words in which it is read. */
export interface WhyModel {
  title: string;
  /** Account, Region, and what is asked about. */
  where: string;
  /** Whether more is being looked up, in words. */
  looking: string | undefined;
  answers: AnswerModel[];
  /** What ECS says itself, word for word. */
  words: { heading: string; texts: string[] } | undefined;
  timeline: { heading: string; steps: TimelineStep[] } | undefined;
  logs: { heading: string; tails: { container: string; text: string }[] } | undefined;
  /** What may not be looked at, which makes the answer less sure. */
  unread: string | undefined;
  buttons: ActionButton<WhyAction>[];
}

export interface AnswerModel {
  cause: string;
  /** `certain`, `likely` or `possible`, as a class and in words. */
  certainty: string;
  certaintyText: string;
  sentence: string;
  advice: string;
  evidence: { heading: string; facts: { text: string; from: string }[] };
  buttons: ActionButton<WhyAction>[];
}

interface TimelineStep {
  time: string;
  text: string;
  /** How long it took, in words. */
  took: string;
  isSlowest: boolean;
}

/** An action as the page sent it. */
export function readWhyAction(action: unknown): WhyAction | undefined {
  const name = isRecord(action) ? actionNames.find((one) => one === action.name) : undefined;
  return name && { name };
}
