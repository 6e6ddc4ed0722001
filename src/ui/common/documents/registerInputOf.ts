import { l10n, type TextDocument } from 'vscode';
import { type RegisterInput, toRegisterInput } from '../../../taskdef/register/registerInput.ts';
import { UserError } from '../userError.ts';
import { isTaskDefinition, readDocument } from './taskDefinitionDocument.ts';

/** What a file would register as it stands, right or not. Throws a UserError when it cannot become that. */
export function registerInputOf(document: TextDocument): RegisterInput {
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  if (!isTaskDefinition(document)) throw new UserError(l10n.t('{0} is not a task definition.', name));
  const result = toRegisterInput(readDocument(document).source);
  if ('input' in result) return result.input;
  throw new UserError(l10n.t('{0} cannot be compared: {1}', name, result.reasons.join(' ')));
}
