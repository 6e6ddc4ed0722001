import type { Container } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { containerPorts, privateIp } from '../../ecs/containerPorts.ts';
import { imageText } from '../../ecs/imageText.ts';
import type { ContainerTarget, TaskTarget } from '../platform/targets.ts';
import { ExplorerNode, type NodeLook, type NodePlace } from './node.ts';

/** A container of a task. */
export class ContainerNode extends ExplorerNode {
  readonly kind = 'container';
  readonly target: ContainerTarget;
  #container: Container;

  constructor(place: NodePlace, task: TaskTarget, container: Container) {
    const name = container.name ?? '';
    const target: ContainerTarget = { ...task, kind: 'container', container: name };
    super(place, `${task.taskArn}#${name}`, target);
    this.target = target;
    this.#container = container;
  }

  look(): NodeLook {
    const { lastStatus = '', healthStatus, exitCode, image = '', imageDigest } = this.#container;
    const bad = exitCode !== undefined && exitCode !== 0;
    const facts = [
      lastStatus,
      healthStatus && healthStatus !== 'UNKNOWN' ? healthStatus : '',
      exitCode === undefined ? '' : l10n.t('exit code {0}', exitCode),
      imageText(image, imageDigest),
      ...containerPorts(this.#container),
      privateIp(this.#container) ?? '',
    ];
    const description = facts.filter(Boolean).join(' · ');
    return {
      label: this.target.container,
      description,
      icon: bad ? 'error' : 'package',
      color: bad || healthStatus === 'UNHEALTHY' ? 'list.errorForeground' : undefined,
      spoken: l10n.t('container {0}, {1}', this.target.container, description),
    };
  }

  override tooltip(): readonly string[] {
    const { reason, image = '', imageDigest } = this.#container;
    const ports = containerPorts(this.#container);
    const address = privateIp(this.#container);
    return [
      ...(reason ? [reason] : []),
      l10n.t('Image {0}', image),
      ...(imageDigest ? [l10n.t('Digest {0}', imageDigest)] : []),
      ...(ports.length > 0 ? [l10n.t('Ports {0}', ports.join(', '))] : []),
      ...(address ? [l10n.t('Private address {0}', address)] : []),
    ];
  }

  protected override takeOver(fresh: ExplorerNode): boolean {
    if (!(fresh instanceof ContainerNode)) return false;
    this.#container = fresh.#container;
    return true;
  }
}
