import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../../document/document.ts';
import { severalDefinitions as definitionsIn } from '../../recognition/severalDefinitions.ts';
import { links } from '../../facts/links.ts';
import { memberOf, type Node } from '../../formats/node.ts';
import { liftOut } from '../../rule/liftOut.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';

const mostNames = 5;

export const severalDefinitions: Rule<Subject> = {
  id: 'TD0D7',
  severity: 'error',
  title: 'A file holds one task definition, and nothing around it.',
  link: links.registerTaskDefinition,
  standsAlone: true,
  check({ document }, report, { tool }) {
    const { root, kind, text } = document;
    if (!root || kind !== 'taskDefinition') return;
    const second = secondObject(document);
    if (second !== undefined) {
      report({
        at: { offset: second, length: 1 },
        message: l10n.t('A second task definition begins here; ECS and its tools take one from a file.'),
      });
      return;
    }
    const [first, ...others] = definitionsIn(root);
    if (!first) return;
    // Without a tool that would refuse it, a script may well take it apart.
    const severity = tool ? 'error' : 'warning';
    const at = { offset: root.offset, length: 1 };
    if (others.length === 0) {
      report({
        at,
        severity,
        message: l10n.t('The task definition stands in a list; ECS and its tools take the definition itself.'),
        fixes: [{ title: l10n.t('Take it out of the list'), edits: [liftOut(text, root, first)], preferred: true }],
      });
      return;
    }
    const all = [first, ...others];
    report({
      at,
      severity,
      message: l10n.t(
        'This file holds {0} task definitions ({1}); ECS and its tools take one from a file. Each needs a file of its own.',
        all.length,
        listOf(all),
      ),
      related: all.map((one) => ({
        range: { offset: one.offset, length: 1 },
        message: l10n.t('The task definition {0}.', nameOf(one, all.indexOf(one))),
      })),
    });
  },
};

/** Where another object begins behind the first, as lines of JSON have it. */
function secondObject({ errors: [error], text }: SourceDocument): number | undefined {
  if (error?.code !== 'EndOfFileExpected' || text[error.offset] !== '{') return undefined;
  return text.includes('"containerDefinitions"', error.offset) ? error.offset : undefined;
}

function listOf(definitions: readonly Node[]): string {
  const names = definitions.slice(0, mostNames).map(nameOf);
  return [...names, ...(definitions.length > mostNames ? ['…'] : [])].join(', ');
}

function nameOf(definition: Node, index: number): string {
  const family = memberOf(definition, 'family')?.value;
  return typeof family === 'string' && family.trim() !== '' ? family : `#${index + 1}`;
}
