import type { ScalableTarget } from '@aws-sdk/client-application-auto-scaling';
import { l10n } from 'vscode';
import { AwsError, isCredentialProblem } from '../../../aws/errors.ts';
import { fetchServiceScaling, isSuspended, type ServiceScaling } from '../../../aws/read/serviceScaling.ts';
import { tasksText } from '../../common/countText.ts';
import type { ServiceResource } from '../../common/resource.ts';

/** What is known of a service's auto scaling; `unknown` where it could not be read, which must not stop a change. */
export type KnownScaling = ServiceScaling | 'unknown';

/** Reads how a service is scaled automatically; a role that may not know does without. */
export async function fetchKnownScaling(service: ServiceResource): Promise<KnownScaling> {
  try {
    return await fetchServiceScaling(service.connection, service);
  } catch (error) {
    if (error instanceof AwsError && error.kind !== 'aborted' && !isCredentialProblem(error)) return 'unknown';
    throw error;
  }
}

/** The target that will act on the desired count, if there is one that is not suspended. */
export function activeTarget(scaling: KnownScaling): ScalableTarget | undefined {
  if (scaling === 'unknown' || !scaling.target || isSuspended(scaling.target)) return undefined;
  return scaling.target;
}

/** What auto scaling will make of a desired count, for the confirmation. */
export function scalingWarnings(scaling: KnownScaling, desired: number): string[] {
  if (scaling === 'unknown') return [l10n.t('Whether auto scaling will change this again is not known.')];
  const { target, policies } = scaling;
  if (!target) return [];
  if (isSuspended(target)) return [l10n.t('Auto scaling of this service is suspended.')];
  const { MinCapacity: minimum = 0, MaxCapacity: maximum = 0 } = target;
  const range = l10n.t('Auto scaling keeps this service between {0} and {1}', minimum, tasksText(maximum));
  if (desired < minimum || desired > maximum) return [l10n.t('{0}: it will undo this.', range)];
  const names = policies.map((policy) => policy.PolicyName ?? '').filter(Boolean);
  if (names.length === 0) return [`${range}.`];
  return [l10n.t('{0} and may change this count again ({1}).', range, names.join(', '))];
}
