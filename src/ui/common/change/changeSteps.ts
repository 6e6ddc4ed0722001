import { l10n } from 'vscode';
import type { ChangeSession } from '../../../aws/connection/changeSession.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { Overtaken } from '../../../aws/change/overtaken.ts';
import { AwsError } from '../../../aws/errors.ts';
import { askModal } from '../messages.ts';
import { describeError } from '../reportError.ts';
import { UserError } from '../userError.ts';
import { carryOut, type Work } from './carryOut.ts';

/** One of several requests that make up a change. */
export interface ChangeStep {
  /** What holds once it is done: “The tag ecs:paused keeps the count 3.” */
  readonly holds: string;
  /** What holds as long as it is not: “Its desired count is 3.” */
  readonly lacks: string;
  readonly run: Work<unknown>;
  readonly undo?: Work<unknown>;
  /** Whether nobody notices when it is undone: then that needs no question. */
  readonly harmless?: boolean;
}

/** A change of several steps that ended after some of them, and could not be taken back as a whole. */
class HalfDone extends Error {
  readonly done: readonly ChangeStep[];
  /** The one that failed is the first. */
  readonly open: readonly ChangeStep[];
  /** Whether the step that failed may have been carried out all the same. */
  readonly isUncertain: boolean;

  constructor(cause: unknown, parts: { done: readonly ChangeStep[]; open: readonly ChangeStep[] }) {
    super(describeError(cause).message, { cause });
    this.done = parts.done;
    this.open = parts.open;
    this.isUncertain = cause instanceof AwsError && cause.kind === 'uncertain';
  }
}

/**
 * Carries the steps out, the harmless ones first. When one is refused, those before it are taken back and the error says
 * so; what cannot be taken back, or may have happened, is left to `finishOrUndo`.
 */
export async function runSteps(
  session: ChangeSession,
  steps: readonly ChangeStep[],
  signal: AbortSignal,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    try {
      await step.run(session, signal);
    } catch (error) {
      const [done, open] = [steps.slice(0, index), steps.slice(index)];
      const isUncertain = error instanceof AwsError && (error.kind === 'uncertain' || error.kind === 'aborted');
      if (done.length === 0 && (!isUncertain || steps.length === 1)) throw error;
      if (isUncertain || !(await takeBack(session, done))) throw new HalfDone(error, { done, open });
      if (error instanceof Overtaken) throw error;
      throw new UserError(
        l10n.t('{0} What had been done before was taken back: nothing is different.', describeError(error).message),
      );
    }
  }
}

/** Undoes steps from the last to the first; tells whether that worked for all of them. */
async function takeBack(session: ChangeSession, done: readonly ChangeStep[]): Promise<boolean> {
  if (done.some(({ undo, harmless }) => !undo || !harmless)) return false;
  try {
    for (const { undo } of done.toReversed()) await undo?.(session, new AbortController().signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Does what `runSteps` is part of. When it ends halfway, says what holds now and what does not, and offers to finish or to
 * undo it, as often as that takes. Resolves to undefined when the change does not hold in the end.
 */
export async function finishOrUndo<T>(
  { connection, title }: { connection: Connection; title: string },
  work: () => Promise<T>,
): Promise<T | 'finished' | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HalfDone)) throw error;
    return (await settle(connection, title, error)) ? 'finished' : undefined;
  }
}

/** Carries steps out that need nothing else; tells whether all of them hold in the end. */
export async function carryOutSteps(
  connection: Connection,
  title: string,
  steps: readonly ChangeStep[],
): Promise<boolean> {
  const done = await finishOrUndo({ connection, title }, async () => {
    await carryOut(connection, title, (session, signal) => runSteps(session, steps, signal));
    return true;
  });
  return done !== undefined;
}

async function settle(connection: Connection, title: string, first: HalfDone): Promise<boolean> {
  for (let halfDone = first; ;) {
    const [finish, undo] = [l10n.t('Finish'), l10n.t('Undo')];
    const canUndo = toUndo(halfDone).every((step) => step.undo !== undefined);
    const buttons = canUndo ? [finish, undo] : [finish];
    const question = l10n.t('{0} ended halfway.', title);
    const answer = await askModal(question, stateLines(halfDone), ...buttons);
    if (answer === undefined) return false;
    const { done, open } = halfDone;
    try {
      if (answer === finish)
        await carryOut(connection, title, (session, signal) => finishSteps(session, halfDone, signal));
      else await carryOut(connection, title, (session, signal) => undoSteps(session, halfDone, signal));
      return answer === finish;
    } catch (error) {
      if (error instanceof HalfDone) halfDone = error;
      else halfDone = new HalfDone(error, { done, open });
    }
  }
}

async function finishSteps(session: ChangeSession, { done, open }: HalfDone, signal: AbortSignal): Promise<void> {
  for (const [index, step] of open.entries()) {
    try {
      await step.run(session, signal);
    } catch (error) {
      throw new HalfDone(error, { done: [...done, ...open.slice(0, index)], open: open.slice(index) });
    }
  }
}

/** What was done, and what may have been. */
function toUndo({ done, open, isUncertain }: HalfDone): ChangeStep[] {
  return [...done, ...(isUncertain ? open.slice(0, 1) : [])];
}

async function undoSteps(session: ChangeSession, halfDone: HalfDone, signal: AbortSignal): Promise<void> {
  const all = [...halfDone.done, ...halfDone.open];
  const rest = toUndo(halfDone);
  for (let last = rest.at(-1); last; last = rest.at(-1)) {
    try {
      await last.undo?.(session, signal);
      rest.pop();
    } catch (error) {
      throw new HalfDone(error, { done: rest, open: all.slice(rest.length) });
    }
  }
}

/** What is so and what is not, a line each. */
function stateLines({ message, done, open, isUncertain }: HalfDone): string[] {
  const [failed, ...later] = open;
  const doubtful = failed && isUncertain;
  return [
    message,
    '',
    l10n.t('What holds now:'),
    ...done.map(({ holds }) => `• ${holds}`),
    ...(failed && !isUncertain ? [`• ${failed.lacks}`] : []),
    ...later.map(({ lacks }) => `• ${lacks}`),
    ...(doubtful ? ['', l10n.t('Not known is whether this holds, too: {0}', failed.holds)] : []),
  ];
}
