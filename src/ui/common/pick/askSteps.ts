import { CancellationError, type InputBox, type QuickInput, QuickInputButtons } from 'vscode';

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

type Asking = QuickInput & Pick<InputBox, 'buttons' | 'onDidAccept' | 'onDidTriggerButton'>;

/** Shows a pick or box with its place among the steps and resolves with what `accept` makes of it. */
export function askOne<T>(
  input: Asking,
  place: { title: string; step: number; totalSteps: number },
  accept: () => T | undefined,
): Promise<T | typeof back> {
  Object.assign(input, { ...place, ignoreFocusOut: true });
  if (place.step > 1) input.buttons = [QuickInputButtons.Back];
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
