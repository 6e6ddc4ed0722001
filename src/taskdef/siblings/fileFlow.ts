import type { LaunchType, Rewriting, Tool, ToolUse } from '../document/siblingFacts.ts';
import type { OwnFile } from './ownFile.ts';
import { matchPlace, type Place } from './place.ts';

/** A step that takes what is in some places and leaves what it makes of it in another. */
interface Move {
  from: readonly Place[];
  to: Place;
  rewriting?: Rewriting;
}

/** A step that hands to ECS what is in one of these places. */
interface Delivery {
  of: readonly Place[];
  tool: Tool;
  version?: 1;
  launchType?: LaunchType;
  /** Whether it takes the definition of a service; else it takes that of a task. */
  ofService?: boolean;
  /** Whether nothing in the flow shows what gets it, and this is what usually does. */
  presumed?: boolean;
}

/** What the steps of a workflow or script do with files, in their order. */
export interface FileFlow {
  moves: Move[];
  deliveries: Delivery[];
  /** Where steps put what they got from AWS, over what lay there before. */
  fetched: Place[];
}

/** How sure it is that the file is meant: `chosen` where nothing of its path is known before the steps run. */
type Sureness = 'named' | 'chosen';

/** A tool that gets the file, by whatever ways. */
export interface TracedUse extends ToolUse {
  sureness: Sureness;
  launchType?: LaunchType;
}

/** Steps write a file anew and read it again, rarely more often than this. */
const mostRounds = 4;

/** The tools that get a file, itself or what steps make of it; those that may get any file only where none is named. */
export function trace(flow: FileFlow, own: OwnFile): TracedUse[] {
  const named = traceAs(flow, own, 'named');
  if (named.length === 0) return traceAs(flow, own, 'chosen');
  // Of its name alone: what is deployed is what AWS had.
  const isFetched = flow.fetched.some((place) => matchPlace(place, own) === 'named');
  return isFetched ? named.map((use) => ({ ...use, sureness: 'chosen' })) : named;
}

function traceAs({ moves, deliveries }: FileFlow, own: OwnFile, sureness: Sureness): TracedUse[] {
  const reached = new Map<Place, Rewriting>();
  const isReached = (place: Place): boolean => {
    if (!reached.has(place) && matchPlace(place, own) === sureness) reached.set(place, {});
    return reached.has(place);
  };
  for (let round = 0; round < mostRounds; round++) {
    const before = reached.size;
    for (const { from, to, rewriting = {} } of moves) {
      const start = from.find(isReached);
      if (start === undefined) continue;
      const known = from.includes(to) ? reached.get(to) : undefined;
      // In place, a step adds to what others did before it.
      if (known) reached.set(to, joinRewritings(known, rewriting));
      else if (!reached.has(to) || isReplaced(to, own)) reached.set(to, joinRewritings(reached.get(start)!, rewriting));
    }
    if (reached.size === before) break;
  }
  const done = deliveries.filter(
    ({ of, ofService = false }) =>
      of.some(isReached) && (sureness === 'named' || ofService === (own.isService ?? false)),
  );
  const shown = done.filter(({ presumed }) => !presumed);
  return (shown.length > 0 ? shown : done.slice(-1)).map(({ of, tool, version, launchType }) => {
    const rewriting = reached.get(of.find(isReached)!);
    return { tool, version, launchType, rewriting, sureness };
  });
}

/** Whether a step writes the file itself anew, which then counts as it is written. */
function isReplaced(place: Place, own: OwnFile): boolean {
  return matchPlace(place, own) !== undefined;
}

function joinRewritings(a: Rewriting, b: Rewriting): Rewriting {
  const joined: Rewriting = { ...a, ...b };
  for (const key of ['images', 'texts', 'removed', 'given'] as const) {
    const all = new Set([...(a[key] ?? []), ...(b[key] ?? [])]);
    if (all.size > 0) joined[key] = [...all];
  }
  return joined;
}
