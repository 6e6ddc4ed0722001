import type { ServiceDeployment } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import type { Consent } from '../connection/gate.ts';
import { fetchServiceDeployments } from '../read/serviceDeployments.ts';
import { changeOrReadBack } from './once.ts';

/** Stops a running service deployment and has ECS return to the revision before; sent once, read back. `deployment` is its ARN. */
export async function rollBackServiceDeployment(
  connection: Connection,
  deployment: string,
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const input = { serviceDeploymentArn: deployment, stopType: 'ROLLBACK' as const };
  await changeOrReadBack<object>(
    connection,
    {
      operation: 'ecs:StopServiceDeployment',
      send: () => connection.change('ecs', 'StopServiceDeployment', input, consent, signal),
      findResult: () => find(connection, deployment, isStopping, signal),
    },
    signal,
  );
}

/** Answers a lifecycle hook at which a deployment pauses; sent once, read back. */
export async function answerLifecycleHook(
  connection: Connection,
  hook: { deployment: string; hookId: string; action: 'CONTINUE' | 'ROLLBACK' },
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const { deployment, hookId, action } = hook;
  const waits = (one: ServiceDeployment): boolean =>
    (one.lifecycleHookDetails ?? []).some((detail) => detail.hookId === hookId && detail.status === 'AWAITING_ACTION');
  const input = { serviceDeploymentArn: deployment, hookId, action };
  await changeOrReadBack<object>(
    connection,
    {
      operation: 'ecs:ContinueServiceDeployment',
      send: () => connection.change('ecs', 'ContinueServiceDeployment', input, consent, signal),
      findResult: () => find(connection, deployment, (one) => !waits(one), signal),
    },
    signal,
  );
}

function isStopping({ status }: ServiceDeployment): boolean {
  return /^(ROLLBACK|STOP)/.test(status ?? '');
}

async function find(
  connection: Connection,
  arn: string,
  isResult: (deployment: ServiceDeployment) => boolean,
  signal?: AbortSignal,
): Promise<ServiceDeployment | undefined> {
  const [found] = await fetchServiceDeployments(connection, [arn], signal);
  return found && isResult(found) ? found : undefined;
}
