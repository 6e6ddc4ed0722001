import type { Container } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { containerPorts, privateIp } from '../../../ecs/task/containerPorts.ts';
import { imageText } from '../../../ecs/image.ts';
import type { ContainerResource, TaskResource } from '../../common/resource.ts';
import { addressLines } from './addressLines.ts';
import { ExplorerNode, type RowItem, type NodePlace } from './node.ts';
import type { PublicAddress } from './publicAddresses.ts';
import { stateWords } from './stateWords.ts';

/** What a container's row needs of its task, which has the interface. */
interface TaskOfContainer {
  readonly resource: TaskResource;
  readonly publicAddress: PublicAddress | undefined;
  readonly stoppedOnPurpose: boolean;
}

/** A container of a task. */
export class ContainerNode extends ExplorerNode {
  readonly kind = 'container';
  override readonly resource: ContainerResource;
  readonly #task: TaskOfContainer;
  readonly #container: Container;

  constructor(place: NodePlace, task: TaskOfContainer, container: Container) {
    const name = container.name ?? '';
    const resource: ContainerResource = { ...task.resource, kind: 'container', container: name };
    super(place, `${task.resource.taskArn}#${name}`, resource);
    this.resource = resource;
    this.#task = task;
    this.#container = container;
  }

  item(): RowItem {
    const { healthStatus, exitCode, image = '', imageDigest } = this.#container;
    const { publicAddress } = this.#task;
    // What is told to stop may end with any code.
    const bad = exitCode !== undefined && exitCode !== 0 && !this.#task.stoppedOnPurpose;
    const facts = [
      ...stateWords(this.#container),
      exitCode === undefined ? '' : l10n.t('exit code {0}', exitCode),
      imageText(image, imageDigest),
      ...containerPorts(this.#container),
      privateIp(this.#container) ?? '',
      publicAddress?.state === 'known' && publicAddress.address ? l10n.t('public {0}', publicAddress.address) : '',
    ];
    const said = facts.filter(Boolean);
    return {
      label: this.resource.container,
      description: said.join(' · '),
      icon: bad ? 'error' : 'package',
      color: bad || healthStatus === 'UNHEALTHY' ? 'list.errorForeground' : undefined,
      spoken: [l10n.t('container {0}', this.resource.container), ...said].join(', '),
    };
  }

  override tooltip(): readonly string[] {
    const { reason, image = '', imageDigest } = this.#container;
    const ports = containerPorts(this.#container);
    return [
      ...(reason ? [reason] : []),
      l10n.t('Image {0}', image),
      ...(imageDigest ? [l10n.t('Digest {0}', imageDigest)] : []),
      ...(ports.length > 0 ? [l10n.t('Ports {0}', ports.join(', '))] : []),
      ...addressLines(privateIp(this.#container), this.#task.publicAddress),
    ];
  }
}
