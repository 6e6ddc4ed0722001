import * as l10n from '@vscode/l10n';
import type { Range } from '../taskdef/document/range.ts';
import { AwsError, isCredentialProblem } from '../aws/errors.ts';

/** What the account says to a claim of a file: nothing where all is well. */
export interface AccountFinding {
  at: Range;
  /** `info`: it could not be found out. `hint`: all is well, and could be better. */
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
  /** What could be made for it, by its name; of a permission the role that lacks it. */
  missing?: { kind: 'logGroup' | 'executionRole' | 'permission'; name: string };
}

/** A finding before its place is known. */
export type Verdict = Omit<AccountFinding, 'at'>;

/** What one check is given beside the claim. */
export interface VerifyContext {
  signal: AbortSignal;
  /** Is told what was found on the way, one line each, by whoever wants to show more than what is wrong. */
  found?: (fact: string) => void;
  /** Is told of permissions of the reader's own that were missing, such as `iam:GetRole`. */
  unread?: (permission: string) => void;
  /** Asks once for what several checks of one verification want to know. */
  once?: <T>(what: string, ask: () => Promise<T>) => Promise<T>;
}

/** Asks for something, or waits for the answer that another check of the same verification has asked for. */
export function askOnce<T>({ once }: VerifyContext, what: string, ask: () => Promise<T>): Promise<T> {
  return once ? once(what, ask) : ask();
}

/** A memory for one verification. */
export function remember(): NonNullable<VerifyContext['once']> {
  const answers = new Map<string, Promise<unknown>>();
  return <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    const answer = (answers.get(what) as Promise<T> | undefined) ?? ask();
    answers.set(what, answer);
    return answer;
  };
}

/** Whether a finding says that something is not as the file needs it. */
export function isWrong({ severity }: Pick<AccountFinding, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Whether AWS says that the thing asked for is not there, in whichever of its ways. */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof AwsError)) return false;
  return (
    error.kind === 'notFound' ||
    /^(NoSuchEntity|NotFound|NoSuchKey|NoSuchBucket|FileSystemNotFound|AccessPointNotFound|TargetGroupNotFound)/.test(
      error.code ?? '',
    )
  );
}

/** What is said of a check that failed itself. Throws what concerns all checks: a cancellation, credentials that are none. */
export function notChecked(error: AwsError): Verdict {
  if (error.kind === 'aborted' || isCredentialProblem(error)) throw error;
  const permission = error.permission ?? '';
  if (error.kind !== 'denied') return { severity: 'info', message: l10n.t('Not checked: {0}', error.message) };
  return { severity: 'info', message: l10n.t('Not checked: you are not allowed to call {0}.', permission) };
}
