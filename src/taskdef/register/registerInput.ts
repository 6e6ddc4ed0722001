import { isAboutTask } from '../document/content.ts';
import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { memberOf } from '../formats/node.ts';
import type { SourceDocument } from '../document/document.ts';
import { severalDefinitions } from '../recognition/severalDefinitions.ts';
import { documentInput, type LeftOut, plainValue } from './documentInput.ts';
import { unreadable } from './unreadable.ts';

/** What RegisterTaskDefinition takes. */
export type RegisterInput = RegisterTaskDefinitionCommandInput;

/** Either what RegisterTaskDefinition is to be sent, or why the file cannot become that. */
export type RegisterInputResult = { input: RegisterInput; leftOut: LeftOut } | { reasons: string[] };

/**
 * Turns a file into the input of RegisterTaskDefinition; a file with unresolved placeholders is refused. Rules are not applied here:
 * check the file first.
 */
export function toRegisterInput(document: SourceDocument): RegisterInputResult {
  const reasons = refusals(document);
  if (reasons.length > 0) return { reasons };
  const read = documentInput(document);
  if (!read) return { reasons: [l10n.t('It holds no task definition.')] };
  const { value, leftOut } = read;
  const tags = value['tags'] ?? tagsBeside(document);
  delete value['tags'];
  if (Array.isArray(tags) && tags.length === 0) leftOut.empty.push('tags');
  else if (tags !== undefined) value['tags'] = tags;
  return { input: value as unknown as RegisterInput, leftOut };
}

/** DescribeTaskDefinition answers with the tags beside the task definition. */
function tagsBeside({ kind, root }: SourceDocument): unknown {
  const tags = kind === 'wrapper' && root ? memberOf(root, 'tags') : undefined;
  return tags?.type === 'array' && tags.children?.length ? plainValue(tags) : undefined;
}

function refusals(document: SourceDocument): string[] {
  if (document.kind === 'containers') return [l10n.t('It is a list of containers, not a whole task definition.')];
  if (!isAboutTask(document.kind)) return [l10n.t('It is not a task definition.')];
  if (severalDefinitions(document.root).length > 0) return [l10n.t('It is no single task definition.')];
  return document.root ? unreadable(document, document.root) : [l10n.t('It is empty.')];
}
