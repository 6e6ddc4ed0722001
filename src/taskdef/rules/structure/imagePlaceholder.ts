import * as l10n from '@vscode/l10n';
import type { Node } from '../../formats/node.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';

export const imagePlaceholder: Rule<Subject> = {
  id: 'TD00E',
  severity: 'warning',
  title: "CodePipeline's image placeholder stands in a container's image.",
  link: links.codePipelineEcs,
  onServiceDefinitions: true,
  check({ document }, report) {
    if (!document.root || !/<IMAGE\d*_NAME>/.test(document.text)) return;
    visit(document.root, (node, key) => {
      const placeholder = typeof node.value === 'string' ? /<IMAGE\d*_NAME>/.exec(node.value)?.[0] : undefined;
      if (!placeholder || key === 'image') return;
      report({
        at: node,
        message: l10n.t(
          'CodePipeline replaces {0} by an image URI wherever it stands; it is meant for "image".',
          placeholder,
        ),
      });
    });
  },
};

function visit(node: Node, each: (node: Node, key: string | undefined) => void, key?: string): void {
  if (node.type === 'string') each(node, key);
  else if (node.type === 'property') {
    if (node.children?.[1]) visit(node.children[1], each, String(node.children[0]?.value));
  } else for (const child of node.children ?? []) visit(child, each, key);
}
