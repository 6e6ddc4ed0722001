import * as l10n from '@vscode/l10n';
import { AwsError } from '../errors.ts';

/**
 * Somebody else has changed since what a person agreed to change: nothing was sent, or what was sent had no effect, and
 * nothing more is sent before the person has seen what came between.
 */
export class Overtaken<T> extends AwsError {
  /** As it is now. */
  readonly now: T;
  /** What came between, a sentence each. */
  readonly between: readonly string[];

  constructor(operation: string, now: T, between: readonly string[]) {
    super('changed', l10n.t('It was changed meanwhile: {0}', between.join(' ')), { operation });
    this.now = now;
    this.between = between;
  }
}
