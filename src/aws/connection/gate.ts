import * as l10n from '@vscode/l10n';
import type { CallerIdentity } from './callerIdentity.ts';
import { AwsError } from '../errors.ts';
import type { Protection } from './productionGuard.ts';
import type { ChangeName } from '../sdk/operationTypes.ts';

/** What the person saw and agreed to before a change: made only by the confirmation in `src/ui/platform`. */
export interface Consent {
  /** Twelve digits. */
  account: string;
  region: string;
  /** What is changed, e.g. `service shop-prod-cluster/checkout`. */
  resource: string;
  operation: ChangeName;
  /** Further operations that belong to the same change, such as keeping a count in a tag before it is set to 0. */
  also?: readonly ChangeName[] | undefined;
  /** What the person typed, where the guard wants a name typed. */
  typed?: string | undefined;
}

/** How the guard protects what a change touches. */
export interface Guard {
  protection: Protection;
  /** One of these has to have been typed when the protection is `confirm`. */
  names: readonly string[];
}

/**
 * The one gate of every call that changes an account: the operation, the account and the Region must be those that
 * the person was shown, and the guard must let it pass. Throws AwsError refused.
 */
export function passGate(
  operation: ChangeName,
  consent: Consent,
  { identity, region, guard }: { identity: CallerIdentity; region: string; guard: Guard },
): void {
  passGuard(operation, consent, guard);
  if (consent.operation !== operation && !consent.also?.includes(operation)) {
    const message = l10n.t('{0} was not agreed to, {1} was.', operation, consent.operation);
    throw new AwsError('refused', message, { operation });
  }
  if (consent.account !== identity.account || consent.region !== region) {
    throw new AwsError(
      'refused',
      l10n.t(
        'The change was agreed to for account {0} in {1}, but the connection now reaches account {2} in {3}.',
        consent.account,
        consent.region,
        identity.account,
        region,
      ),
      { operation },
    );
  }
}

function passGuard(operation: ChangeName, consent: Consent, { protection, names }: Guard): void {
  if (protection === 'none') return;
  if (protection === 'read-only') {
    const message = l10n.t('{0} was not sent: the production guard makes this read-only.', operation);
    throw new AwsError('refused', message, { operation, code: 'read-only' });
  }
  if (consent.typed === undefined || !names.includes(consent.typed)) {
    const message = l10n.t('{0} was not sent: the production guard wants the name to be typed.', operation);
    throw new AwsError('refused', message, { operation });
  }
}
