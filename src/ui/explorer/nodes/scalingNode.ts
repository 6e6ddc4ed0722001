import type { ScalingPolicy } from '@aws-sdk/client-application-auto-scaling';
import type { Service } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { fetchServiceScaling } from '../../../aws/read/serviceScaling.ts';
import { tasksText } from '../../common/countText.ts';
import type { ServiceResource } from '../../common/resource.ts';
import type { LoadTools, Polling } from './branchNode.ts';
import { GroupNode } from './groupNode.ts';
import { type Leaf, leaf } from './leafNode.ts';
import type { ExplorerNode } from './node.ts';

type ServiceParent = ExplorerNode & { readonly resource: ServiceResource; readonly service: Service };

/** Between which counts a service is scaled, and by which policies. */
export class ScalingNode extends GroupNode {
  protected readonly icon = 'graph-line';
  readonly #service: ServiceParent;

  constructor(service: ServiceParent) {
    super(service, 'scaling');
    this.#service = service;
  }

  override get polling(): Polling {
    return 'slowest';
  }

  protected get label(): string {
    return l10n.t('Scaling');
  }

  protected override get description(): string {
    return l10n.t('desired {0}', this.#service.service.desiredCount ?? 0);
  }

  protected async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const { target, policies } = await fetchServiceScaling(this.connection, this.#service.resource, signal);
    if (!target)
      return [leaf(this, { key: 'none', label: l10n.t('Not scaled automatically'), icon: 'circle-outline' })];
    const { MinCapacity: min = 0, MaxCapacity: max = 0, SuspendedState: suspended } = target;
    const isSuspended = suspended?.DynamicScalingInSuspended || suspended?.DynamicScalingOutSuspended;
    return [
      leaf(this, {
        key: 'bounds',
        label: l10n.t('Between {0} and {1}', min, tasksText(max)),
        description: isSuspended ? l10n.t('suspended') : undefined,
        icon: 'arrow-both',
      }),
      ...policies.map((policy) => leaf(this, policyLeaf(policy))),
    ];
  }
}

function policyLeaf(policy: ScalingPolicy): Leaf {
  const { PolicyName: name = '', PolicyARN: arn = '', TargetTrackingScalingPolicyConfiguration: tracking } = policy;
  const metric =
    tracking?.PredefinedMetricSpecification?.PredefinedMetricType ??
    tracking?.CustomizedMetricSpecification?.MetricName ??
    '';
  const alarms = (policy.Alarms ?? []).map((alarm) => alarm.AlarmName ?? '');
  return {
    key: `policy ${arn || name}`,
    label: name,
    description: tracking ? l10n.t('keeps {0} at {1}', metric, tracking.TargetValue ?? '?') : policy.PolicyType,
    icon: 'graph-line',
    tooltip: [...(alarms.length > 0 ? [l10n.t('Alarms: {0}', alarms.join(', '))] : []), arn],
  };
}
