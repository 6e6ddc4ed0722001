import { CancellationError, l10n, type QuickPickItem, window } from 'vscode';
import { parseMoment } from '../../../logs/lines/moment.ts';
import { pickOne } from '../../common/pick/pickOne.ts';

export interface TimeRange {
  from: number;
  to: number;
}

/** Asks for a time range: one of the usual ones, or two moments. `now`: by the clock of whoever wrote the lines. */
export async function pickTimeRange(now: number): Promise<TimeRange> {
  const items: (QuickPickItem & { minutes?: number })[] = [
    { label: l10n.t('Last 15 minutes'), minutes: 15 },
    { label: l10n.t('Last hour'), minutes: 60 },
    { label: l10n.t('Last 3 hours'), minutes: 180 },
    { label: l10n.t('Last 12 hours'), minutes: 720 },
    { label: l10n.t('Last 24 hours'), minutes: 1440 },
    { label: l10n.t('Last 7 days'), minutes: 10_080 },
    { label: l10n.t('From … to …') },
  ];
  const picked = await pickOne(items, { title: l10n.t('Open Logs'), placeHolder: l10n.t('Time') });
  if (picked.minutes !== undefined) return { from: now - picked.minutes * 60_000, to: now };
  const from = await askMoment(l10n.t('From'), '1h', now, -Infinity);
  return { from, to: await askMoment(l10n.t('To'), l10n.t('now'), now, from) };
}

async function askMoment(title: string, value: string, now: number, after: number): Promise<number> {
  const text = await window.showInputBox({
    title,
    value,
    prompt: l10n.t('A time such as 14:30, 2026-11-23 14:30 or 2026-11-23T14:30Z, or how long ago, such as 90m or 2h'),
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const moment = parseMoment(typed, now);
      if (moment === undefined) return l10n.t('“{0}” is not a time.', typed);
      return moment <= after ? l10n.t('The end must come after the beginning.') : undefined;
    },
  });
  const moment = text === undefined ? undefined : parseMoment(text, now);
  if (moment === undefined) throw new CancellationError();
  return moment;
}
