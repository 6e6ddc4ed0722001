import { l10n, type QuickPick, type QuickPickItem, window } from 'vscode';
import { askOne, back, type Step } from './askSteps.ts';

export interface Choice<T> extends QuickPickItem {
  value: T;
}

/** Title of all steps, and which of them it is. */
export type Place = Parameters<typeof askOne>[1];

/** A pick whose list opens at once and fills when the answer is there. */
export async function askPick<T>(
  place: Place,
  placeholder: string,
  items: Promise<Choice<T>[]>,
  take: (value: T) => void,
): ReturnType<Step> {
  const input = window.createQuickPick<Choice<T>>();
  Object.assign(input, { placeholder, matchOnDescription: true, matchOnDetail: true, busy: true });
  const failure = fill(input, items);
  const answer = await askOne(input, place, () => input.selectedItems[0]).catch((error: unknown) => {
    throw failure() ?? error;
  });
  if (answer === back) return back;
  take(answer.value);
  return 'answered';
}

/** A pick of several, of which `problem` says what is wrong with a choice. */
export async function askPickMany<I extends QuickPickItem>(
  place: Place,
  placeholder: string,
  items: Promise<I[]>,
  problem: (chosen: readonly I[]) => string | undefined,
  take: (chosen: readonly I[]) => void,
): ReturnType<Step> {
  const input = window.createQuickPick<I>();
  Object.assign(input, { placeholder, canSelectMany: true, matchOnDescription: true, matchOnDetail: true, busy: true });
  const failure = fill(input, items);
  const answer = await askOne(input, place, () => {
    const wrong = problem(input.selectedItems);
    input.placeholder = wrong ?? placeholder;
    return wrong === undefined && !input.busy ? input.selectedItems : undefined;
  }).catch((error: unknown) => {
    throw failure() ?? error;
  });
  if (answer === back) return back;
  take(answer);
  return 'answered';
}

/** Shows the items when they are there; without them the pick goes away, and the function returned says why. */
function fill<I extends QuickPickItem>(input: QuickPick<I>, items: Promise<I[]>): () => unknown {
  let failed: unknown;
  items.then(
    (loaded) => {
      input.items = loaded;
      input.busy = false;
    },
    (error: unknown) => {
      failed = error;
      input.hide();
    },
  );
  return () => failed;
}

/** A box for a text, which is judged when it is accepted. */
export async function askText(
  place: Place,
  prompt: string,
  value: string,
  isRight: (text: string) => boolean,
  take: (text: string) => void,
): ReturnType<Step> {
  const input = window.createInputBox();
  Object.assign(input, { prompt, value });
  const answer = await askOne(input, place, () => {
    const text = input.value.trim();
    input.validationMessage = isRight(text) ? undefined : l10n.t('This cannot be used.');
    return isRight(text) ? text : undefined;
  });
  if (answer === back) return back;
  take(answer);
  return 'answered';
}
