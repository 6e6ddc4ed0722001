import { isAboutService } from '../document/content.ts';
import type { CreateServiceCommandInput } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../document/document.ts';
import { documentInput, type LeftOut } from './documentInput.ts';
import { unreadable } from './unreadable.ts';

/** Either what CreateService is to be sent, as far as the file says it, or why the file cannot become that. */
export type ServiceInputResult =
  { input: Partial<CreateServiceCommandInput>; leftOut: LeftOut } | { reasons: string[] };

/** Turns a service-definition file into the input of CreateService, by the same rules as a task definition into its own. */
export function toServiceInput(document: SourceDocument): ServiceInputResult {
  const { kind, root } = document;
  if (kind === 'serviceUpdate')
    return { reasons: [l10n.t('It is the input of UpdateService, which names no whole service.')] };
  if (!isAboutService(kind)) return { reasons: [l10n.t('It is not a service definition.')] };
  const reasons = root ? unreadable(document, root) : [l10n.t('It is empty.')];
  if (reasons.length > 0) return { reasons };
  const read = documentInput(document);
  if (!read) return { reasons: [l10n.t('It holds no service definition.')] };
  return { input: read.value, leftOut: read.leftOut };
}
