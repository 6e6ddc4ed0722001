import * as l10n from '@vscode/l10n';
import { insertItem, insertMember, layOut, indentOfLine, removeNode, type Edit } from '../document/edits.ts';
import type { Fields } from '../document/fields.ts';
import { ownArn, regionOf } from '../document/home.ts';
import type { Container, Task } from '../document/task.ts';
import { addExecutionRole } from './executionRole.ts';
import type { Fix } from './finding.ts';

/**
 * Moves an environment variable to `secrets`, filled from a parameter of its name. The value goes: it has to be kept in the
 * parameter from now on. Undefined where it has no usable name.
 */
export function toParameter(task: Task, container: Container, variable: Fields): Fix | undefined {
  const { document } = task;
  const { text } = document;
  const environment = container.fields.list('environment');
  const name = variable.str('name').value;
  if (!environment.node || !variable.node || !name || !/^\w+$/.test(name)) return undefined;
  const family = task.fields.str('family').value ?? container.name.value ?? 'my-task';
  const secret = {
    name,
    valueFrom: ownArn(task, 'ssm', regionOf(task) ?? 'us-east-1', `parameter/${family}/${name}`),
  };
  const secrets = container.fields.list('secrets');
  const last = environment.items.length === 1;
  const edits: Edit[] = addExecutionRole({ document, task });
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
  return { title: l10n.t('Take {0} from a parameter', name), edits };
}
