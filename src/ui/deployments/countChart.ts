import * as l10n from '@vscode/l10n';
import type { CountSample } from '../../ecs/deployment/countSamples.ts';
import { html, type Html } from './html.ts';

const width = 600;
const height = 96;
/** The share of the time by which the last count is drawn on: where it only just changed, that could not be seen. */
const tail = 0.06;

/** One deployment's line in the chart. */
export interface ChartLine {
  id: string;
  /** `family:revision`, as the legend names it. */
  name: string;
  /** `new` or `old`: which of the two colours it has. */
  role: 'new' | 'old';
}

/** Running tasks of each revision over time, as steps: a count holds until the next look. */
export function countChart(samples: readonly CountSample[], lines: readonly ChartLine[], desired: number): Html {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || samples.length < 2) return html``;
  const most = Math.max(1, desired, ...samples.flatMap(({ running }) => Object.values(running)));
  const span = Math.max(1, (last.at - first.at) * (1 + tail));
  const x = (at: number): number => Math.round(((at - first.at) / span) * width);
  const y = (count: number): number => Math.round(height - 4 - (count / most) * (height - 12));
  const paths = lines.map(({ id, role, name }) => {
    const points = samples.map((sample, index) => {
      const at = y(sample.running[id] ?? 0);
      return index === 0 ? `M${x(sample.at)} ${at}` : `H${x(sample.at)} V${at}`;
    });
    return html`<path class="${role}" d="${points.join(' ')} H${width}"><title>${name}</title></path>`;
  });
  const label = l10n.t('Running tasks over time');
  return html`<figure>
    <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">
      <line class="desired" x1="0" x2="${width}" y1="${y(desired)}" y2="${y(desired)}"></line>
      ${paths}
    </svg>
    <figcaption>
      ${label} · ${lines.map(({ name, role }) => html`<span class="key ${role}">${name}</span> `)}
      <span class="key desired">${l10n.t('desired {0}', desired)}</span>
    </figcaption>
  </figure>`;
}
