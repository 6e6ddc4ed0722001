import type { RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { type Node, valueOf } from '../formats/node.ts';
import type { SourceDocument } from '../document/document.ts';
import { outputOnlyMembers } from '../facts/outputOnly.ts';
import { firstPlaceholder, hasTemplateCall, isWhollyPlaceholder } from '../document/placeholders.ts';
import { readTask } from '../document/task.ts';
import { withoutNulls } from './withoutNulls.ts';

/** What RegisterTaskDefinition takes. */
export type RegisterInput = RegisterTaskDefinitionCommandInput;

/** Either what RegisterTaskDefinition is to be sent, or why the file cannot become that. */
export type RegisterInputResult = { input: RegisterInput } | { reasons: string[] };

const mostReasons = 5;

/**
 * Turns a file into the input of RegisterTaskDefinition. Output-only members, nulls and an empty list of tags are left out, as deploy
 * tools do; a file with unresolved placeholders is refused. Rules are not applied here: check the file first.
 */
export function toRegisterInput(document: SourceDocument): RegisterInputResult {
  const reasons = refusals(document);
  const node = readTask(document).fields.node;
  if (reasons.length > 0 || node?.type !== 'object') {
    return { reasons: reasons.length > 0 ? reasons : [l10n.t('It holds no task definition.')] };
  }
  const value = withoutNulls(valueOf(node)) as Record<string, unknown>;
  for (const name of outputOnlyMembers) delete value[name];
  if (Array.isArray(value['tags']) && value['tags'].length === 0) delete value['tags'];
  return { input: value as unknown as RegisterInput };
}

function refusals(document: SourceDocument): string[] {
  if (document.kind === 'containers') return [l10n.t('It is a list of containers, not a whole task definition.')];
  if (document.kind === 'service' || document.kind === 'other') return [l10n.t('It is not a task definition.')];
  if (!document.root) return [l10n.t('It is empty.')];
  const found: string[] = document.spans.map(({ offset, length }) => document.text.slice(offset, offset + length));
  if (found.length === 0 && document.errors.length > 0) {
    const line = document.text.slice(0, document.errors[0]!.offset).split('\n').length;
    return [l10n.t('It is not valid JSON: see line {0}.', line)];
  }
  const reasons =
    found.length > 0
      ? [l10n.t('It is a template; {0} has no value yet.', found[0]!)]
      : placeholders(document, document.root);
  return reasons.length > mostReasons
    ? [...reasons.slice(0, mostReasons), l10n.t('… and {0} more.', reasons.length - mostReasons)]
    : reasons;
}

function placeholders(document: SourceDocument, root: Node): string[] {
  const reasons: string[] = [];
  const visit = (node: Node, path: string): void => {
    if (node.type === 'property') {
      const [key, value] = node.children ?? [];
      if (value) visit(value, path ? `${path}.${String(key?.value)}` : String(key?.value));
    } else if (node.type === 'string') {
      const text = String(node.value);
      const found = document.isUnknown(node) ? firstPlaceholder(text) : undefined;
      if (found && (hasTemplateCall(text) || !isFreeText(path) || (isWhollyPlaceholder(text) && !isLogOption(path))))
        reasons.push(l10n.t('{0} still holds the placeholder {1}.', path, found));
    } else {
      node.children?.forEach((child, i) => visit(child, node.type === 'array' ? `${path}[${i}]` : path));
    }
  };
  visit(root, '');
  return reasons;
}

/** Texts in which a dollar sign or braces are likely meant for a shell, the application or the log driver. */
function isFreeText(path: string): boolean {
  return /\.(?:command|entryPoint)\[\d+\]$|\.environment\[\d+\]\.value$|\.dockerLabels\.|\.driverOpts\.|\.options\.(?!awslogs-(?:group|region|stream-prefix)$)/.test(
    path,
  );
}

/** Docker's drivers have a template language of their own: `"tag": "{{.Name}}"`. */
function isLogOption(path: string): boolean {
  return path.includes('.logConfiguration.options.');
}
