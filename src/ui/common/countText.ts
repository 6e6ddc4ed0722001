import * as l10n from '@vscode/l10n';

/** `1 task`, `2 tasks`: for sentences in which the number is the only thing that varies its noun. */
export function tasksText(count: number): string {
  return count === 1 ? l10n.t('1 task') : l10n.t('{0} tasks', count);
}

/** `1 minute`, `2 minutes`. */
export function minutesText(count: number): string {
  return count === 1 ? l10n.t('1 minute') : l10n.t('{0} minutes', count);
}

/** `1 service`, `2 services`. */
export function servicesText(count: number): string {
  return count === 1 ? l10n.t('1 service') : l10n.t('{0} services', count);
}

/** `1 container instance`, `2 container instances`. */
export function instancesText(count: number): string {
  return count === 1 ? l10n.t('1 container instance') : l10n.t('{0} container instances', count);
}

/** `1 line`, `12,000 lines`. */
export function linesText(count: number): string {
  return count === 1 ? l10n.t('1 line') : l10n.t('{0} lines', count.toLocaleString());
}

/** `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function durationText(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 10) return l10n.t('{0} s', seconds.toLocaleString(undefined, { maximumFractionDigits: 1 }));
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds % 60)];
  if (minutes === 0) return l10n.t('{0} s', rest);
  if (minutes < 60) return l10n.t('{0} min {1} s', minutes, rest);
  return l10n.t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}
