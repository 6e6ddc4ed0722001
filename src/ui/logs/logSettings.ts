import type { FormatOptions } from '../../logs/lines/lineFormatter.ts';
import type { FollowOptions } from '../../logs/logFollower.ts';
import { getSetting } from '../common/settings.ts';

/** Milliseconds by which lines may come late and are still found by polling. */
const overlap = 120_000;

export function followSettings(): Pick<FollowOptions, 'mode' | 'interval' | 'overlap' | 'past'> {
  const span = Math.max(0, getSetting('ecs.logs.pastMinutes')) * 60_000;
  return {
    mode: getSetting('ecs.logs.source'),
    interval: Math.max(1, getSetting('ecs.logs.pollInterval')) * 1000,
    overlap,
    past: { span, lines: Math.min(10_000, Math.max(1, getSetting('ecs.logs.pastLines'))) },
  };
}

export function formatSettings(): Pick<FormatOptions, 'clock' | 'json'> {
  return { clock: getSetting('ecs.logs.time'), json: getSetting('ecs.logs.json') };
}
