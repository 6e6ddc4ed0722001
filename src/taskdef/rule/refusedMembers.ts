import * as l10n from '@vscode/l10n';
import type { Node } from '../formats/node.ts';
import type { Fields } from '../document/fields.ts';
import { removeFix } from './fixes.ts';
import type { Rule } from './rule.ts';

interface RefusedMembersSpec extends Omit<Rule, 'severity' | 'check'> {
  /** Members of the task, of its containers (and of their linuxParameters) and of its volumes that are refused. */
  task?: readonly string[];
  container?: readonly string[];
  linuxParameters?: readonly string[];
  volume?: readonly string[];
  /** Why, in words that fit behind "x is refused:". */
  why: () => string;
}

/** A rule that refuses members whatever their value, false and empty ones excepted: those mean the same as leaving them out. */
export function refusedMembers(spec: RefusedMembersSpec): Rule {
  const { task, container, linuxParameters, volume, why, ...rule } = spec;
  return {
    severity: 'error',
    ...rule,
    check({ document, fields, containers, volumes }, report) {
      const refuse = (holder: Fields, names: readonly string[] | undefined): void => {
        for (const name of names ?? []) {
          const { node, key } = holder.member(name);
          if (!node || !key || meansNothing(node)) continue;
          report({
            at: key,
            message: l10n.t('{0} is refused: {1}.', name, why()),
            fixes: [removeFix(document, node, `"${name}"`)],
          });
        }
      };
      refuse(fields, task);
      for (const { fields: own } of containers) {
        refuse(own, container);
        if (linuxParameters) refuse(own.fields('linuxParameters'), linuxParameters);
      }
      for (const one of volumes.fields()) refuse(one, volume);
    },
  };
}

/** null, false, empty lists, objects and texts say no more than an absent member. */
export function meansNothing(node: Node): boolean {
  if (node.type === 'null' || node.value === false || node.value === '') return true;
  return (node.type === 'array' || node.type === 'object') && (node.children?.length ?? 0) === 0;
}
