import { l10n } from 'vscode';
import { type RegisterInput, toRegisterInput } from '../../../taskdef/register/registerInput.ts';
import type { LeftOut } from '../../../taskdef/register/documentInput.ts';
import { UserError } from '../userError.ts';
import type { ReadDocument } from './readDocument.ts';

/** Throws a UserError for a file that is something else. */
export function assertTaskDefinition({ kind, name }: ReadDocument): void {
  if (kind === 'other') throw new UserError(l10n.t('{0} is not a task definition.', name));
}

/** What a file would register, right or not. Throws a UserError when it cannot become that; `refusal` puts the reasons into words. */
export function registerInputOf(
  read: ReadDocument,
  refusal: (name: string, reasons: string) => string,
): { input: RegisterInput; leftOut: LeftOut } {
  assertTaskDefinition(read);
  const result = toRegisterInput(read.source);
  if ('input' in result) return result;
  throw new UserError(refusal(read.name, result.reasons.join(' ')));
}
