import { CancellationError, l10n, window } from 'vscode';

/** Asks for a number of tasks. Leaving the box is a cancellation. */
export async function askCount(options: {
  title: string;
  prompt: string;
  value: number;
  least?: number;
  most?: number;
}): Promise<number> {
  const { title, prompt, value, least = 0, most = 5000 } = options;
  const text = await window.showInputBox({
    title,
    prompt,
    value: String(value),
    validateInput: (typed) => {
      const count = parseCount(typed);
      if (count === undefined) return l10n.t('A whole number, please.');
      if (count < least) return l10n.t('At least {0}.', least);
      return count > most ? l10n.t('At most {0}.', most) : undefined;
    },
  });
  const count = text === undefined ? undefined : parseCount(text);
  if (count === undefined) throw new CancellationError();
  return count;
}

function parseCount(text: string): number | undefined {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}
