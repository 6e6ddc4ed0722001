import { isAboutTask } from '../document/content.ts';
import * as l10n from '@vscode/l10n';
import type { CheckContext } from '../rule/checkContext.ts';
import type { SourceDocument } from '../document/document.ts';
import type { Range } from '../document/range.ts';
import { readTask } from '../document/task.ts';
import { addLogConfiguration } from './addLogConfiguration.ts';
import { addLogRouter } from './addLogRouter.ts';
import type { Refactoring, RefactoringRequest } from './refactoring.ts';
import { toSecret } from './toSecret.ts';
import { unwrap } from '../rule/unwrap.ts';
import { wrapContainers } from '../rule/wrap.ts';

/** What can be made of the file, or of the part of it under the cursor. */
export function refactorings(document: SourceDocument, range: Range, context: CheckContext = {}): Refactoring[] {
  const { kind, root, errors } = document;
  // In a file that cannot be read to its end, an edit may land in the wrong place.
  if (!isAboutTask(kind) || !root || errors.length > 0) return [];
  const task = readTask(document, context);
  const container = task.containers.find(
    ({ node }) => node.offset <= range.offset && range.offset + range.length <= node.offset + node.length,
  );
  const request: RefactoringRequest = { document, task, range, container, context };
  return [
    ...reshape(document),
    ...[toSecret, addLogConfiguration, addLogRouter].flatMap((provide) => provide(request) ?? []),
  ];
}

/** From a container list to a task definition, and from describe output to what can be registered. */
function reshape(document: SourceDocument): Refactoring[] {
  const { kind, root } = document;
  if (kind === 'containers' && root?.type === 'array')
    return [{ kind: 'rewrite', title: l10n.t('Wrap in a task definition'), edits: wrapContainers(document, root) }];
  const edits = kind === 'wrapper' ? unwrap(document) : undefined;
  return edits ? [{ kind: 'rewrite', title: l10n.t('Unwrap the task definition'), edits }] : [];
}
