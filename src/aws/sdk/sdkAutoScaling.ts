import {
  DescribeScalableTargetsCommand,
  DescribeScalingPoliciesCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling';

export { ApplicationAutoScalingClient } from '@aws-sdk/client-application-auto-scaling';

/** Every Application Auto Scaling operation that the product may call without asking. */
export const autoScalingReads = {
  DescribeScalableTargets: DescribeScalableTargetsCommand,
  DescribeScalingPolicies: DescribeScalingPoliciesCommand,
};

/** Every Application Auto Scaling operation that changes an account: sent only through the gate. */
export const autoScalingChanges = {
  RegisterScalableTarget: RegisterScalableTargetCommand,
};
