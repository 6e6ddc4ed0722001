const mostCandidates = 200;

/** The candidate that a mistyped name most likely means, none when nothing is close. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = squash(name);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let tried = 0;
  for (const candidate of candidates) {
    if (++tried > mostCandidates) break;
    const squashed = squash(candidate);
    if (squashed === wanted) return candidate;
    if (Math.abs(squashed.length - wanted.length) >= bestDistance) continue;
    const found = distance(wanted, squashed);
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** Name without case, hyphens and underscores: `Container_Port`, `containerPort` and `container-port` are one. */
export function squash(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '');
}

/** Levenshtein distance; long names are cut, since what differs so much is near to nothing anyway. */
function distance(a: string, b: string): number {
  const left = a.slice(0, 64);
  const right = b.slice(0, 64);
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const substitution = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[right.length]!;
}
