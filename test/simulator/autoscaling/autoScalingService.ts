import type {
  DescribeScalableTargetsRequest,
  DescribeScalingPoliciesRequest,
  RegisterScalableTargetRequest,
  ScalableTarget,
  ScalingPolicy,
} from '@aws-sdk/client-application-auto-scaling';
import { json11 } from '../http/protocols.ts';
import { ServiceError } from '../http/serviceError.ts';
import type { RegionState } from '../regionState.ts';
import { reads, type ServiceDefinition, type ServiceRequest, writes } from '../serviceDefinition.ts';

interface AutoScalingState {
  /** By resource id: `service/<cluster>/<service>`. */
  targets: Map<string, ScalableTarget>;
  policies: ScalingPolicy[];
}

const states = new WeakMap<RegionState, AutoScalingState>();

/** What Application Auto Scaling holds in a Region; tests put policies in by hand. Nothing here acts on a service by itself. */
export function autoScalingOf(region: RegionState): AutoScalingState {
  const state = states.get(region) ?? { targets: new Map(), policies: [] };
  states.set(region, state);
  return state;
}

function describeScalableTargets(input: DescribeScalableTargetsRequest, { region }: ServiceRequest): object {
  const all = [...autoScalingOf(region).targets.values()];
  const wanted = input.ResourceIds;
  return { ScalableTargets: wanted?.length ? all.filter(({ ResourceId = '' }) => wanted.includes(ResourceId)) : all };
}

function describeScalingPolicies(input: DescribeScalingPoliciesRequest, { region }: ServiceRequest): object {
  const { policies } = autoScalingOf(region);
  return { ScalingPolicies: policies.filter(({ ResourceId }) => !input.ResourceId || ResourceId === input.ResourceId) };
}

/** Makes a target, or changes of one what the request names. */
function registerScalableTarget(input: RegisterScalableTargetRequest, { region, world }: ServiceRequest): object {
  const { ResourceId = '', ServiceNamespace, ScalableDimension, MinCapacity, MaxCapacity, SuspendedState } = input;
  const { targets } = autoScalingOf(region);
  const known = targets.get(ResourceId);
  if (!known && (MinCapacity === undefined || MaxCapacity === undefined)) {
    throw new ServiceError(
      'ValidationException',
      'Minimum and maximum capacity have to be specified for a new target.',
    );
  }
  const least = MinCapacity ?? known?.MinCapacity ?? 0;
  const most = MaxCapacity ?? known?.MaxCapacity ?? 0;
  if (least > most)
    throw new ServiceError('ValidationException', 'Maximum capacity cannot be less than minimum capacity');
  targets.set(ResourceId, {
    ServiceNamespace,
    ResourceId,
    ScalableDimension,
    MinCapacity: least,
    MaxCapacity: most,
    RoleARN: `arn:aws:iam::${region.account.id}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`,
    CreationTime: known?.CreationTime ?? world.clock.date(),
    SuspendedState: { ...known?.SuspendedState, ...SuspendedState },
  });
  return {};
}

export const autoScalingService: ServiceDefinition = {
  name: 'application-autoscaling',
  protocol: json11,
  targetPrefix: 'AnyScaleFrontendService',
  operations: {
    DescribeScalableTargets: reads(describeScalableTargets),
    DescribeScalingPolicies: reads(describeScalingPolicies),
    RegisterScalableTarget: writes(registerScalableTarget),
  },
};
