import { l10n } from 'vscode';
import type { RegisterInput } from '../../../taskdef/register/registerInput.ts';
import { assertRight } from '../../common/documents/assertRight.ts';
import { fillPlaceholders } from '../../common/documents/fillPlaceholders.ts';
import { leftOutLines } from '../../common/documents/leftOutLines.ts';
import type { ReadDocument } from '../../common/documents/readDocument.ts';
import { assertTaskDefinition, registerInputOf } from '../../common/documents/registerInputOf.ts';

/** What a file would register, and what has to be said about it before. */
export interface FileToRegister {
  /** With its placeholders filled in. */
  read: ReadDocument;
  input: RegisterInput;
  /** Lines for the confirmation: where values came from, what is left out, how many warnings there are. */
  remarks: string[];
}

/** What the file would register. Throws a UserError that says what has to be repaired first. */
export async function readRegisterInput(file: ReadDocument): Promise<FileToRegister> {
  assertTaskDefinition(file);
  const { read, origins } = await fillPlaceholders(file);
  const warnings = await assertRight(read, l10n.t('Register Anyway'));
  const { input, leftOut } = registerInputOf(read, (name, reasons) =>
    l10n.t('{0} cannot be registered: {1}', name, reasons),
  );
  return { read, input, remarks: [...origins, ...leftOutLines(leftOut), ...warnings] };
}
