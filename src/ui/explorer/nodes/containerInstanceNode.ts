import type { ContainerInstance } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { nameOfArn } from '../../../ecs/arn.ts';
import { instanceResources } from '../../../ecs/cluster/instanceResources.ts';
import { tasksText } from '../../common/countText.ts';
import { ExplorerNode, type NodePlace, type RowItem } from './node.ts';

/** A machine of a cluster, with what it offers and what is left of it. */
export class ContainerInstanceNode extends ExplorerNode {
  readonly kind = 'containerInstance';
  #instance: ContainerInstance;

  constructor(place: NodePlace, clusterArn: string, instance: ContainerInstance) {
    const { containerInstanceArn: instanceArn = '' } = instance;
    super(place, instanceArn, { kind: 'containerInstance', connection: place.connection, clusterArn, instanceArn });
    this.#instance = instance;
  }

  item(): RowItem {
    const { ec2InstanceId, status = '', agentConnected, runningTasksCount: tasks = 0 } = this.#instance;
    const { cpu, memory } = instanceResources(this.#instance);
    const label = ec2InstanceId ?? nameOfArn(this.id);
    const facts = [
      ...(isExternal(this.#instance) ? [l10n.t('External')] : []),
      ...(status === 'ACTIVE' ? [] : [status]),
      ...(agentConnected === false ? [l10n.t('agent disconnected')] : []),
      tasksText(tasks),
      l10n.t('CPU {0} of {1} left', cpu.remaining, cpu.registered),
      l10n.t('memory {0} of {1} MiB left', memory.remaining, memory.registered),
    ];
    const bad = agentConnected === false;
    return {
      label,
      description: facts.join(' · '),
      icon: bad ? 'debug-disconnect' : 'vm',
      color: bad ? 'list.errorForeground' : status === 'ACTIVE' ? undefined : 'list.warningForeground',
      spoken: l10n.t('container instance {0}, {1}', label, facts.join(', ')),
    };
  }

  override tooltip(): readonly string[] {
    const { versionInfo, capacityProviderName, statusReason, attributes = [] } = this.#instance;
    const attribute = (name: string): string | undefined => attributes.find((one) => one.name === name)?.value;
    const type = attribute('ecs.instance-type');
    const zone = attribute('ecs.availability-zone');
    return [
      ...(type ? [l10n.t('Instance type {0}', type)] : []),
      ...(zone ? [l10n.t('Availability Zone {0}', zone)] : []),
      ...(capacityProviderName ? [l10n.t('Capacity provider {0}', capacityProviderName)] : []),
      ...(versionInfo?.agentVersion ? [l10n.t('Agent {0}', versionInfo.agentVersion)] : []),
      ...(statusReason ? [statusReason] : []),
      this.id,
    ];
  }

  protected override takeOver(fresh: ExplorerNode): boolean {
    if (!(fresh instanceof ContainerInstanceNode)) return false;
    this.#instance = fresh.#instance;
    return true;
  }
}

/** A machine of one's own has an id of Systems Manager, and says so. */
function isExternal({ ec2InstanceId = '', attributes = [] }: ContainerInstance): boolean {
  return ec2InstanceId.startsWith('mi-') || attributes.some(({ name }) => name === 'ecs.capability.external');
}
