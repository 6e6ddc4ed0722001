import * as l10n from '@vscode/l10n';
import { insertMember } from '../document/edits.ts';
import { regionOf } from '../document/home.ts';
import { slug } from '../facts/slug.ts';
import { addExecutionRole } from '../rule/executionRole.ts';
import type { Refactoring, RefactoringRequest } from './refactoring.ts';

/** Sends the container's output to CloudWatch Logs, with the execution role that needs. */
export function addLogConfiguration(request: RefactoringRequest): Refactoring | undefined {
  const { document, task, container } = request;
  if (!container?.fields.member('logConfiguration').missing) return undefined;
  const { text } = document;
  const family = slug(task.fields.str('family').value ?? '') ?? 'my-task';
  const options = {
    'awslogs-group': `/ecs/${family}`,
    'awslogs-region': regionOf(task) ?? 'us-east-1',
    'awslogs-stream-prefix': 'ecs',
  };
  const role = addExecutionRole(request);
  const edits = [insertMember(text, container.node, 'logConfiguration', { logDriver: 'awslogs', options }), ...role];
  const title =
    role.length > 0
      ? l10n.t('Log {0} to CloudWatch, with an execution role', container.label)
      : l10n.t('Log {0} to CloudWatch', container.label);
  return { kind: 'rewrite', title, edits };
}
