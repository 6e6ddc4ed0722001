const units: readonly (readonly [seconds: number, suffix: string])[] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'm'],
  [1, 's'],
];

/** The time between two moments in its largest unit: `45s`, `3m`, `2h`, `9d`. */
export function age(since: Date, now: number): string {
  const seconds = Math.max(0, Math.floor((now - since.getTime()) / 1000));
  const [size, suffix] = units.find(([unit]) => seconds >= unit) ?? [1, 's'];
  return `${Math.floor(seconds / size)}${suffix}`;
}
