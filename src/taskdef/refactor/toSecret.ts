import { toParameter } from '../rule/toParameter.ts';
import type { Refactoring, RefactoringRequest } from './refactoring.ts';

/** Moves the environment variable under the cursor to `secrets`. */
export function toSecret({ task, range, container }: RefactoringRequest): Refactoring | undefined {
  const variable = container?.fields
    .list('environment')
    .fields()
    .find(({ node }) => node && node.offset <= range.offset && range.offset <= node.offset + node.length);
  const fix = container && variable && toParameter(task, container, variable);
  return fix && { kind: 'extract', title: fix.title, edits: fix.edits };
}
