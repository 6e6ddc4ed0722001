import { isAboutService } from '../../../taskdef/document/content.ts';
import { CancellationError, l10n, window } from 'vscode';
import type { CreateServiceInput } from '../../../aws/change/service.ts';
import { readService } from '../../../taskdef/document/service.ts';
import type { SourceDocument } from '../../../taskdef/document/document.ts';
import { type ServiceInput, toServiceInput } from '../../../taskdef/register/serviceInput.ts';
import { assertRight } from '../../common/documents/assertRight.ts';
import { fillPlaceholders } from '../../common/documents/fillPlaceholders.ts';
import { leftOutLines } from '../../common/documents/leftOutLines.ts';
import type { ReadDocument } from '../../common/documents/readDocument.ts';
import { UserError } from '../../common/userError.ts';

/** A service-definition file as CreateService takes it, its cluster and name known. */
export interface ServiceFile {
  input: CreateServiceInput & { serviceName: string };
  /** Set where the file only changes a service that there is. */
  update?: ServiceInput['update'];
  /** Lines for the confirmation: where values came from, what is left out, how many warnings there are. */
  remarks: string[];
}

/** Reads a service-definition file. Throws a UserError that says what has to be repaired first. */
export async function readServiceFile(file: ReadDocument): Promise<ServiceFile> {
  if (!isAboutService(file.kind)) throw new UserError(l10n.t('{0} is not a service definition.', file.name));
  const { read, origins } = await fillPlaceholders(file);
  const warnings = await assertRight(read, l10n.t('Apply Anyway'));
  const result = toServiceInput(read.source);
  if ('reasons' in result) {
    throw new UserError(l10n.t('{0} cannot be applied: {1}', read.name, result.reasons.join(' ')));
  }
  const { input, update, leftOut } = result;
  const serviceName = input.serviceName || (await askName());
  const managed = leftOut.outputOnly.includes('resourceManagementType') && isManaged(read.source);
  const remarks = [...origins, ...(managed ? [managedByEcs()] : []), ...leftOutLines(leftOut), ...warnings];
  return { input: { ...input, serviceName }, update, remarks };
}

function isManaged(source: SourceDocument): boolean {
  return readService(source).fields.str('resourceManagementType').value === 'ECS';
}

function managedByEcs(): string {
  return l10n.t('ECS manages the service of the file (Express Mode)');
}

async function askName(): Promise<string> {
  const name = await window.showInputBox({
    title: l10n.t('Create or Update Service'),
    prompt: l10n.t('Name of the service; the file gives none'),
    validateInput: (text) =>
      /^[A-Za-z0-9_-]{1,255}$/.test(text) ? undefined : l10n.t('Letters, digits, hyphens and underscores.'),
  });
  if (!name) throw new CancellationError();
  return name;
}
