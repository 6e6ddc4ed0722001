import type { ServiceDeployment } from '@aws-sdk/client-ecs';
import type { ChangeSession } from '../connection/changeSession.ts';
import type { Consent } from '../connection/gate.ts';
import { fetchServiceDeployments } from '../read/serviceDeployments.ts';
import { changeOrReadBack } from './once.ts';

/** Stops a running service deployment and has ECS return to the revision before; sent once, read back. `deployment` is its ARN. */
export async function rollBackServiceDeployment(
  session: ChangeSession,
  deployment: string,
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const input = { serviceDeploymentArn: deployment, stopType: 'ROLLBACK' as const };
  await changeOrReadBack<object>(
    session,
    {
      operation: 'ecs:StopServiceDeployment',
      send: () => session.change('ecs', 'StopServiceDeployment', input, consent, signal),
      findResult: () => find(session, deployment, isStopping, signal),
    },
    signal,
  );
}

/** Answers a lifecycle hook at which a deployment pauses; sent once, read back. */
export async function answerLifecycleHook(
  session: ChangeSession,
  hook: { deployment: string; hookId: string; action: 'CONTINUE' | 'ROLLBACK' },
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const { deployment, hookId, action } = hook;
  const waits = (one: ServiceDeployment): boolean =>
    (one.lifecycleHookDetails ?? []).some((detail) => detail.hookId === hookId && detail.status === 'AWAITING_ACTION');
  const input = { serviceDeploymentArn: deployment, hookId, action };
  await changeOrReadBack<object>(
    session,
    {
      operation: 'ecs:ContinueServiceDeployment',
      send: () => session.change('ecs', 'ContinueServiceDeployment', input, consent, signal),
      findResult: () => find(session, deployment, (one) => !waits(one), signal),
    },
    signal,
  );
}

function isStopping({ status }: ServiceDeployment): boolean {
  return /^(ROLLBACK|STOP)/.test(status ?? '');
}

async function find(
  session: ChangeSession,
  arn: string,
  isResult: (deployment: ServiceDeployment) => boolean,
  signal?: AbortSignal,
): Promise<ServiceDeployment | undefined> {
  const [found] = await fetchServiceDeployments(session, [arn], signal);
  return found && isResult(found) ? found : undefined;
}
