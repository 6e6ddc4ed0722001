const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * A moment as people write it, in epoch milliseconds: `now`, how long ago (`90m`, `2h`, `3d`), a time of today or else
 * yesterday (`14:30`), a day with or without a time, here or with a zone (`2026-11-23 14:30`, `…T14:30Z`).
 */
export function parseMoment(text: string, now: number): number | undefined {
  const typed = text.trim();
  if (typed === '' || typed.toLowerCase() === 'now') return typed === '' ? undefined : now;
  const ago = /^-?\s*(\d+(?:\.\d+)?)\s*([smhdw])$/i.exec(typed);
  if (ago) return now - Number(ago[1]) * (units[(ago[2] ?? '').toLowerCase()] ?? 0);
  const clock = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(typed);
  if (clock) return timeOfDay(Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0), now);
  if (!/^\d{4}-\d\d-\d\d(?:[ T]\d{1,2}:\d\d|$)/.test(typed)) return undefined;
  const iso = typed.includes(':') ? typed.replace(' ', 'T').replace(/T(\d):/, 'T0$1:') : `${typed}T00:00`;
  const moment = Date.parse(iso);
  return Number.isNaN(moment) ? undefined : moment;
}

/** Where the time lies ahead, yesterday's is meant: logs are past. */
function timeOfDay(hours: number, minutes: number, seconds: number, now: number): number | undefined {
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const date = new Date(now);
  date.setHours(hours, minutes, seconds, 0);
  if (date.getTime() > now) date.setDate(date.getDate() - 1);
  return date.getTime();
}
