import { type ActionButton, isRecord } from '../../webview/protocol.ts';

/** What a person can do in the view of a deployment. */
export type DeploymentAction =
  | { name: 'streamLogs' }
  | { name: 'rollBack' }
  | { name: 'answerHook'; hookId: string; answer: 'CONTINUE' | 'ROLLBACK' };

type DeploymentButton = ActionButton<DeploymentAction>;

/** What the view of a deployment shows, in the words in which it is read. */
export interface DeploymentModel {
  title: string;
  /** Account, Region and when it started. */
  where: string;
  /** How it stands: as the colour of the dot, and as a sentence. */
  state: string;
  headline: string;
  /** Why AWS cannot be asked at the moment. */
  problem: string | undefined;
  buttons: DeploymentButton[];
  hook: HookModel | undefined;
  revisions: RevisionsModel;
  traffic: TrafficModel | undefined;
  breaker: BreakerModel;
  chart: ChartModel | undefined;
  stages: StagesModel | undefined;
  health: { heading: string; groups: { name: string; states: string; reasons: string[] }[] } | undefined;
  failures: { heading: string; groups: FailureModel[] } | undefined;
  events: EventsModel;
}

/** A lifecycle hook that waits for an answer. */
export interface HookModel {
  heading: string;
  stage: string;
  /** What happens without an answer, and when. */
  deadline: string | undefined;
  buttons: DeploymentButton[];
}

export interface RevisionsModel {
  heading: string;
  columns: string[];
  rows: RevisionRow[];
}

export interface RevisionRow {
  /** The deployment that the view is about. */
  isOwn: boolean;
  /** Revision, role and counts. */
  cells: (string | number)[];
  state: string;
  /** Why it is in that state. */
  reason: string;
}

export interface TrafficModel {
  columns: string[];
  rows: { revision: string; production: number; test: number }[];
}

export interface BreakerModel {
  text: string;
  /** Undefined where there is no circuit breaker. */
  meter: { failures: number; threshold: number } | undefined;
  status: string;
}

/** Running tasks of each revision over time. */
export interface ChartModel {
  label: string;
  desired: number;
  desiredText: string;
  lines: { name: string; isOwn: boolean; counts: number[] }[];
  /** When each count was taken, in epoch milliseconds. */
  times: number[];
  /** The count at the top of the scale. */
  most: number;
  /** The first and the last time, in words. */
  from: string;
  until: string;
}

export interface StagesModel {
  heading: string;
  stages: { text: string; state: 'done' | 'current' | 'ahead' }[];
}

/** Tasks that failed alike. */
export interface FailureModel {
  key: string;
  /** How many, and why in a few words. */
  title: string;
  /** What that means and what to do. */
  explanation: string | undefined;
  /** In the words of ECS. */
  reason: string;
  tasks: { id: string; time: string }[];
  /** Of the newest of them. */
  logs: { container: string; text: string }[];
}

export interface EventsModel {
  heading: string;
  /** What stands there while there are none. */
  none: string;
  events: {
    id: string;
    time: string;
    /** In few words. */
    text: string;
    /** As ECS says it, with all ids. */
    whole: string;
  }[];
}

/** An action as the page sent it. */
export function readDeploymentAction(action: unknown): DeploymentAction | undefined {
  if (!isRecord(action)) return undefined;
  const { name, hookId, answer } = action;
  if (name === 'streamLogs' || name === 'rollBack') return { name };
  if (name !== 'answerHook' || typeof hookId !== 'string') return undefined;
  return answer === 'CONTINUE' || answer === 'ROLLBACK' ? { name, hookId, answer } : undefined;
}
