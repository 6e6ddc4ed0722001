import { html, svg, type TemplateResult } from 'lit/html.js';
import type { ChartModel } from '../deploymentProtocol.ts';

const width = 600;
const height = 96;
/** The share of the time by which the last count is drawn on: where it only just changed, that could not be seen. */
const tail = 0.06;

/** Counts over time as steps: a count holds until the next look. */
export function countChart(chart: ChartModel): TemplateResult {
  const { label, desired, desiredText, lines, times, most } = chart;
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? first;
  const span = Math.max(1, (last - first) * (1 + tail));
  const x = (at: number): number => Math.round(((at - first) / span) * width);
  const y = (count: number): number => Math.round(height - 4 - (count / most) * (height - 12));
  const steps = (counts: readonly number[]): string =>
    times.map((at, index) => step(x(at), y(counts[index] ?? 0), index === 0)).join(' ');
  return html`<figure class="plot">
    <div class="scale"><span>${most}</span><span>0</span></div>
    <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label=${label}>
      <line class="desired" x1="0" x2=${width} y1=${y(desired)} y2=${y(desired)}></line>
      ${lines.map(
        ({ name, isOwn, counts }) =>
          svg`<path class=${roleOf(isOwn)} d="${steps(counts)} H${width}"><title>${name}</title></path>`,
      )}
    </svg>
    <div class="times"><span>${chart.from}</span><span>${chart.until}</span></div>
    <figcaption>
      ${label} · ${lines.map(({ name, isOwn }) => html`<span class="key ${roleOf(isOwn)}">${name}</span> `)}
      <span class="key desired">${desiredText}</span>
    </figcaption>
  </figure>`;
}

const step = (x: number, y: number, isFirst: boolean): string => (isFirst ? `M${x} ${y}` : `H${x} V${y}`);
const roleOf = (isOwn: boolean): string => (isOwn ? 'new' : 'old');
