import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../document/document.ts';
import { firstPlaceholder, hasTemplateCall, isWhollyPlaceholder } from '../document/placeholders.ts';
import type { Node } from '../formats/node.ts';
import { outputOnlyProperties } from './documentInput.ts';

const mostReasons = 5;

/** Why a file of the right kind cannot be read as what is sent: it is no JSON, or placeholders in it have no values. */
export function unreadable(document: SourceDocument, root: Node): string[] {
  const found: string[] = document.spans.map(({ offset, length }) => document.text.slice(offset, offset + length));
  if (found.length === 0 && document.errors.length > 0) {
    const line = document.text.slice(0, document.errors[0]!.offset).split('\n').length;
    return [l10n.t('It is not valid JSON: see line {0}.', line)];
  }
  const reasons =
    found.length > 0 ? [l10n.t('It is a template; {0} has no value yet.', found[0]!)] : placeholders(document, root);
  return reasons.length > mostReasons
    ? [...reasons.slice(0, mostReasons), l10n.t('… and {0} more.', reasons.length - mostReasons)]
    : reasons;
}

function placeholders(document: SourceDocument, root: Node): string[] {
  const reasons: string[] = [];
  const leftOut = new Set(outputOnlyProperties(document));
  const visit = (node: Node, path: string): void => {
    if (leftOut.has(node)) return;
    if (node.type === 'property') {
      const [key, value] = node.children ?? [];
      if (value) visit(value, path ? `${path}.${String(key?.value)}` : String(key?.value));
    } else if (node.type === 'string') {
      const text = String(node.value);
      const found = document.isUnknown(node) ? (firstPlaceholder(text) ?? text) : undefined;
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
