import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { shellAmong } from '../../facts/shells.ts';
import { hasPlaceholder } from '../../document/placeholders.ts';
import type { Fields } from '../../document/fields.ts';
import { asLine, commandOf, rewrite, shellWords } from '../../rule/commandWords.ts';
import type { Rule } from '../../rule/rule.ts';

/** `$NAME`, `${NAME}`, `$(NAME)`. */
const reference = /(?<![$\\])\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\}|\(([A-Za-z_]\w*)\))/g;

export const unexpandedReference: Rule = {
  id: 'TD0DG',
  severity: 'info',
  title: 'ECS puts no variable into a value or a command: only a shell does.',
  link: links.containerDefinition,
  check(task, report, { uses }) {
    const { document, containers } = task;
    if (!document.text.includes('$')) return;
    // What fills the file in before may well mean these.
    if (document.kind === 'containers' || document.spans.length > 0 || uses?.some(({ rewriting }) => rewriting)) return;
    for (const container of containers) {
      const known = literalNames(container.fields);
      if (known.size === 0) continue;
      for (const variable of container.fields.list('environment').fields()) {
        const { raw, node } = variable.str('value');
        const own = variable.str('name').value;
        const found = referencesIn(raw).find(({ name }) => (name === own ? name === 'PATH' : known.has(name)));
        if (!found || !node) continue;
        report({
          at: node,
          message: l10n.t(
            'ECS does not put the value of {0} in here: the program gets {1} as it stands, unless it reads that itself.',
            found.name,
            found.text,
          ),
        });
      }
      const command = commandOf(task, container);
      if (!command || shellAmong(command.all.map(({ text }) => text))) continue;
      for (const { raw, node } of command.all) {
        const found = referencesIn(raw).find(({ name }) => known.has(name));
        if (!found) continue;
        const { all, behindImage, lists, windows } = command;
        const line = [...shellWords(windows), asLine(all.map((word) => word.raw))];
        report({
          at: node,
          message: l10n.t('Without a shell {0} is not replaced: the program gets it as it stands.', found.text),
          fixes: (behindImage ? rewrite(document, lists.command, line, l10n.t('Run it in a shell')) : []).map(
            (fix) => ({
              ...fix,
              preferred: false,
            }),
          ),
        });
      }
    }
  },
};

function referencesIn(text = ''): { name: string; text: string }[] {
  return [...text.matchAll(reference)].map(([whole, bare, braced, called]) => ({
    name: bare ?? braced ?? called ?? '',
    text: whole,
  }));
}

/** Variables of the container whose values are no placeholders themselves: those are surely no template's. */
function literalNames(fields: Fields): Set<string> {
  const names = new Set<string>();
  for (const variable of fields.list('environment').fields()) {
    const name = variable.str('name').value;
    const value = variable.str('value').raw;
    if (name && value !== undefined && (name === 'PATH' || !hasPlaceholder(value))) names.add(name);
  }
  for (const secret of fields.list('secrets').fields()) {
    const name = secret.str('name').value;
    if (name) names.add(name);
  }
  return names;
}
