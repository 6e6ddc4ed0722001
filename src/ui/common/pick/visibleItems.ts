import type { QuickPickItem } from 'vscode';
import { visibleLine } from '../../../ecs/text/visibleText.ts';

/** Items as a list shows them: names and descriptions of others stay one line, and show what would not be seen. */
export function visibleItems<I extends QuickPickItem>(items: readonly I[]): I[] {
  return items.map((item) => {
    const { label, description, detail } = item;
    const shown = { label: visibleLine(label), description: lineOf(description), detail: lineOf(detail) };
    const isPlain = shown.label === label && shown.description === description && shown.detail === detail;
    return isPlain ? item : { ...item, ...shown };
  });
}

function lineOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : visibleLine(text);
}
