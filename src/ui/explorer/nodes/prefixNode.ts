import * as l10n from '@vscode/l10n';
import { servicesText } from '../../common/countText.ts';
import { below, ExplorerNode, type RowItem } from './node.ts';
import type { ServiceNode } from './serviceNode.ts';

/** The services of a cluster whose names begin alike. */
export class PrefixNode extends ExplorerNode {
  readonly kind = 'group';
  readonly #prefix: string;
  readonly #services: readonly ServiceNode[];

  constructor(cluster: ExplorerNode, prefix: string, services: readonly ServiceNode[]) {
    super(below(cluster), `${cluster.id}#prefix ${prefix}`);
    this.#prefix = prefix;
    this.#services = services;
  }

  item(): RowItem {
    const troubled = this.#services.filter((service) => service.isTroubled).length;
    const counts = [servicesText(this.#services.length), ...(troubled > 0 ? [l10n.t('{0} in trouble', troubled)] : [])];
    return {
      label: this.#prefix,
      description: counts.join(' · '),
      icon: 'folder',
      color: troubled > 0 ? 'list.warningForeground' : undefined,
      spoken: l10n.t('services {0}, {1}', this.#prefix, counts.join(', ')),
      expandable: this.context.options.isNarrowed ? 'expanded' : 'collapsed',
    };
  }

  override rows(): ExplorerNode[] {
    return [...this.#services];
  }
}
