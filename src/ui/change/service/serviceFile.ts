import { valueOf } from '../../../taskdef/formats/node.ts';
import { CancellationError, l10n, type TextDocument, window } from 'vscode';
import type { CreateServiceInput } from '../../../aws/change/createService.ts';
import { check } from '../../../taskdef/check.ts';
import type { Finding } from '../../../taskdef/rule/finding.ts';
import { serviceOutputMembers } from '../../../taskdef/facts/outputOnly.ts';
import { withoutNulls } from '../../../taskdef/register/withoutNulls.ts';
import { UserError } from '../../common/userError.ts';
import { fillDocument } from '../../common/documents/fillPlaceholders.ts';

/** A service-definition file as CreateService takes it, its cluster and name known. */
export interface ServiceFile {
  input: CreateServiceInput & { serviceName: string };
  /** Where values of placeholders came from. */
  remarks: string[];
}

/** Reads a service-definition file. Throws a UserError that says what has to be repaired first. */
export async function readServiceFile(document: TextDocument): Promise<ServiceFile> {
  const { source, origins } = await fillDocument(document);
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  if (source.kind !== 'service') throw new UserError(l10n.t('{0} is not a service definition.', name));
  const named = ({ range }: Finding): string => source.text.slice(range.offset, range.offset + range.length);
  const isOutput = (one: Finding): boolean => serviceOutputMembers.has(named(one).replaceAll('"', ''));
  const [error] = check(source).filter((one) => one.severity === 'error' && !isOutput(one));
  if (error) throw new UserError(l10n.t('{0} has errors. The first: {1}', name, error.message));
  const value = source.root && (withoutNulls(valueOf(source.root)) as Partial<CreateServiceInput>);
  if (!value || source.errors.length > 0) throw new UserError(l10n.t('{0} is not valid JSON.', name));
  const left = Object.keys(value).filter((member) => serviceOutputMembers.has(member));
  const kept = Object.fromEntries(Object.entries(value).filter(([member]) => !serviceOutputMembers.has(member)));
  const serviceName = value.serviceName || (await askName());
  const remarks =
    left.length > 0 ? [...origins, l10n.t('Left out, since only ECS sets it: {0}', left.join(', '))] : origins;
  return { input: { ...kept, serviceName }, remarks };
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
