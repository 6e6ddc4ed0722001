import { CancellationError, l10n, type LogOutputChannel } from 'vscode';
import { AwsError, type AwsErrorKind } from '../../aws/errors.ts';
import { describeAwsError, type ErrorContext, type ErrorText } from './errorText.ts';
import { offer } from './offer.ts';
import { UserError } from './userError.ts';
import { showLog, type WayOut } from './waysOut.ts';

/** Whether the person, or the closing of a connection, ended it: nothing to report. */
export function isCancellation(error: unknown): boolean {
  return error instanceof CancellationError || (error instanceof AwsError && error.kind === 'aborted');
}

/** Any error in plain words. */
export function describeError(error: unknown, context: ErrorContext = {}): ErrorText {
  if (error instanceof AwsError) return describeAwsError(error, context);
  if (error instanceof UserError) return { message: error.message, wayOut: error.wayOut };
  const message = error instanceof Error ? error.message : String(error);
  return { message };
}

/** Why a connection cannot be used, in a few words beside its name. */
export function shortErrorText(kind: AwsErrorKind): string {
  return describeAwsError(new AwsError(kind, '')).short ?? l10n.t('It cannot be used.');
}

/** A failure as it is told: what it happened with, and the command that failed, which can be run anew. */
export interface FailureContext extends ErrorContext {
  again?: Omit<WayOut, 'title'>;
}

/** Tells the person what could not be done and why. `what` is a sentence such as “Revision was not registered.” */
export function reportError(log: LogOutputChannel, what: string, error: unknown, context: FailureContext = {}): void {
  if (isCancellation(error)) return;
  const { message, wayOut, again } = describeError(error, context);
  log.error(`${what} ${message}`);
  if (error instanceof Error && !(error instanceof AwsError || error instanceof UserError)) log.error(error);
  const repeat = again && context.again ? { title: l10n.t('Try Again'), ...context.again } : undefined;
  offer('error', `${what} ${message}`.trim(), wayOut ?? repeat ?? showLog());
}

/**
 * The error as it is told to a person who waits for something: that its connection has ended is news to them, while what
 * only refreshes a view just stops.
 */
export function withEndTold(error: unknown): unknown {
  const isEnd = error instanceof AwsError && error.kind === 'aborted' && error.code === 'ended';
  return isEnd ? new AwsError('ended', 'The connection has ended.', { operation: error.operation }) : error;
}
