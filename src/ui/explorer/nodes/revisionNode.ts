import * as l10n from '@vscode/l10n';
import { familyRevision } from '../../../ecs/arn.ts';
import { ExplorerNode, type RowItem, type NodePlace } from './node.ts';

/** One revision of a task definition. */
export class RevisionNode extends ExplorerNode {
  readonly kind = 'revision';
  #status: 'ACTIVE' | 'INACTIVE';

  constructor(place: NodePlace, taskDefinitionArn: string, status: 'ACTIVE' | 'INACTIVE') {
    super(place, taskDefinitionArn, { kind: 'revision', connection: place.connection, taskDefinitionArn });
    this.#status = status;
  }

  item(): RowItem {
    const label = familyRevision(this.id);
    const active = this.#status === 'ACTIVE';
    return {
      label,
      description: active ? undefined : l10n.t('inactive'),
      icon: 'versions',
      color: active ? undefined : 'list.deemphasizedForeground',
      spoken: active ? l10n.t('revision {0}', label) : l10n.t('revision {0}, inactive', label),
      flags: [active ? 'active' : 'inactive'],
    };
  }

  override tooltip(): readonly string[] {
    return [this.id];
  }

  protected override takeOver(fresh: ExplorerNode): boolean {
    if (!(fresh instanceof RevisionNode)) return false;
    this.#status = fresh.#status;
    return true;
  }
}
