import * as l10n from '@vscode/l10n';
import { insertItem, insertMember, layOut, indentOfLine, removeNode, type Edit } from '../document/edits.ts';
import { ownArn, regionOf } from '../document/regionOf.ts';
import { addExecutionRole } from '../rule/executionRole.ts';
import type { Refactoring, RefactoringRequest } from './refactoring.ts';

/**
 * Moves the environment variable under the cursor to `secrets`, from a parameter of its name. The value goes: it has to be
 * kept in the parameter from now on.
 */
export function toSecret(request: RefactoringRequest): Refactoring | undefined {
  const { document, task, range, container } = request;
  const environment = container?.fields.list('environment');
  const variable = environment
    ?.fields()
    .find(({ node }) => node && node.offset <= range.offset && range.offset <= node.offset + node.length);
  const name = variable?.str('name').value;
  if (!container || !environment?.node || !variable?.node || !name || !/^\w+$/.test(name)) return undefined;
  const { text } = document;
  const family = task.fields.str('family').value ?? container.name.value ?? 'my-task';
  const secret = {
    name,
    valueFrom: ownArn(task, 'ssm', regionOf(task) ?? 'us-east-1', `parameter/${family}/${name}`),
  };
  const secrets = container.fields.list('secrets');
  const last = environment.items.length === 1;
  const edits: Edit[] = addExecutionRole(request);
  if (secrets.node?.type === 'array') {
    edits.push(removeNode(text, last ? environment.node : variable.node), insertItem(text, secrets.node, secret));
  } else if (last && environment.key) {
    // The only variable: its list becomes the list of secrets, so that no two edits meet.
    const { key, node } = environment;
    const body = layOut(text, [secret], indentOfLine(text, key.offset));
    edits.push({ offset: key.offset, length: node.offset + node.length - key.offset, text: `"secrets": ${body}` });
  } else {
    edits.push(removeNode(text, variable.node), insertMember(text, container.node, 'secrets', [secret], 'environment'));
  }
  return { kind: 'extract', title: l10n.t('Take {0} from a parameter', name), edits };
}
