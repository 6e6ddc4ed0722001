import * as l10n from '@vscode/l10n';
import { parseArn } from '../../../ecs/arn.ts';
import { parseEcrImage } from '../../../ecs/image.ts';
import { looksLikeRegion } from '../../../ecs/regions.ts';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import type { Fields } from '../../document/fields.ts';
import type { Rule } from '../../rule/rule.ts';

interface Place {
  node: Node;
  region: string;
}

export const regionMismatch: Rule = {
  id: 'TD07C',
  severity: 'warning',
  title: 'Secrets, images and logs lie in one Region and partition.',
  link: links.secrets,
  check(task, report) {
    const places = task.containers.flatMap(({ fields }) => placesOf(fields));
    const home = commonest(places.map(({ region }) => region));
    if (home === undefined) return;
    for (const { node, region } of places) {
      if (region === home) continue;
      report({ at: node, message: l10n.t('This is in {0}, while most of the file is in {1}.', region, home) });
    }
  },
};

function placesOf(fields: Fields): Place[] {
  const places: Place[] = [];
  const add = (value: string | undefined, node: Node | undefined, region: string | undefined): void => {
    if (value !== undefined && node && region && looksLikeRegion(region)) places.push({ node, region });
  };
  const image = fields.str('image');
  add(image.value, image.node, image.value && parseEcrImage(image.value)?.region);
  for (const secret of fields.list('secrets').fields()) {
    const { value, node } = secret.str('valueFrom');
    add(value, node, value && parseArn(value)?.region);
  }
  const region = fields.fields('logConfiguration').fields('options').str('awslogs-region');
  add(region.value, region.node, region.value);
  return places;
}

/** The Region that more places name than any other; none when two are even. */
function commonest(found: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const region of found) counts.set(region, (counts.get(region) ?? 0) + 1);
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}
