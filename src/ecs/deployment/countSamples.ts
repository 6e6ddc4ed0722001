import type { Service } from '@aws-sdk/client-ecs';
import { familyRevision } from '../arn.ts';

/** How many tasks of each deployment ran at one moment. */
export interface CountSample {
  /** Epoch milliseconds. */
  at: number;
  /** By deployment id. */
  running: Readonly<Record<string, number>>;
}

/** Samples beyond this many are thinned out: a deployment may take days. */
const limit = 400;

/** Adds what the service shows now; a look that shows nothing new moves the last sample on. */
export function sampleCounts(samples: CountSample[], service: Service | undefined, at: number): void {
  const running = Object.fromEntries(
    (service?.deployments ?? []).map(({ id = '', taskDefinition = '', runningCount = 0 }) => [
      id || familyRevision(taskDefinition),
      runningCount,
    ]),
  );
  const same = (sample: CountSample | undefined): boolean =>
    JSON.stringify(sample?.running) === JSON.stringify(running);
  if (same(samples.at(-1)) && same(samples.at(-2))) samples.pop();
  samples.push({ at, running });
  if (samples.length > limit) samples.splice(0, samples.length, ...samples.filter((_, index) => index % 2 === 0));
}
