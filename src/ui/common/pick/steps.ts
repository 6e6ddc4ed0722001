import {
  CancellationError,
  type InputBox,
  type QuickInput,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  window,
} from 'vscode';
import { visibleItems } from './visibleItems.ts';

/** What a step answers when the person wants the one before it again. */
export const back = Symbol('back');

/** One question. It is skipped when it returns undefined: then there is nothing to ask. */
export type Step = () => Promise<typeof back | 'answered' | 'skipped'>;

/** Asks one after the other; Back leads to the last one that was really asked. Leaving is a cancellation. */
export async function askSteps(steps: readonly Step[]): Promise<void> {
  const asked: number[] = [];
  for (let index = 0; index < steps.length;) {
    const answer = await steps[index]?.();
    if (answer === back) {
      index = asked.pop() ?? 0;
      continue;
    }
    if (answer === 'answered') asked.push(index);
    index++;
  }
}

/** Title of all steps, and which of them it is. */
export interface Place {
  title: string;
  /** From 1; absent for a question that stands alone. */
  step?: number;
  totalSteps?: number;
}

type Asking = QuickInput & Pick<InputBox, 'buttons' | 'onDidAccept' | 'onDidTriggerButton'>;

/** Shows a pick or box with its place among the steps and resolves with what `accept` makes of it. */
function askOne<T>(input: Asking, place: Place, accept: () => T | undefined): Promise<T | typeof back> {
  Object.assign(input, { ...place, ignoreFocusOut: true });
  if ((place.step ?? 1) > 1) input.buttons = [QuickInputButtons.Back];
  return new Promise((resolve, reject) => {
    input.onDidTriggerButton((button) => {
      if (button !== QuickInputButtons.Back) return;
      resolve(back);
      input.hide();
    });
    input.onDidAccept(() => {
      const accepted = accept();
      if (accepted === undefined) return;
      resolve(accepted);
      input.hide();
    });
    input.onDidHide(() => {
      reject(new CancellationError());
      input.dispose();
    });
    input.show();
  });
}

export interface Choice<T> extends QuickPickItem {
  value: T;
}

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
      input.items = visibleItems(loaded);
      input.busy = false;
    },
    (error: unknown) => {
      failed = error;
      input.hide();
    },
  );
  return () => failed;
}

export interface TextQuestion {
  place: Place;
  prompt: string;
  /** What stands in the box at first. */
  value?: string;
  /** What is wrong with a text; undefined for one that can be used. */
  problem: (text: string) => string | undefined;
  take: (text: string) => void;
}

/** A box for a text, which is judged when it is accepted. */
export async function askText({ place, prompt, value = '', problem, take }: TextQuestion): ReturnType<Step> {
  const input = window.createInputBox();
  Object.assign(input, { prompt, value });
  const answer = await askOne(input, place, () => {
    const text = input.value.trim();
    input.validationMessage = problem(text);
    return input.validationMessage === undefined ? text : undefined;
  });
  if (answer === back) return back;
  take(answer);
  return 'answered';
}
