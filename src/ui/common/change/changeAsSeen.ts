import type { Service } from '@aws-sdk/client-ecs';
import { Overtaken } from '../../../aws/change/overtaken.ts';
import { assertAsSeen } from '../../../aws/change/service.ts';
import type { ChangeSession } from '../../../aws/connection/changeSession.ts';
import { fetchService } from '../../../aws/read/services.ts';
import type { ServiceResource } from '../resource.ts';
import { carryOut } from './carryOut.ts';

/** A change of a service, from the question to what is sent. */
export interface ServiceChange<Plan, Result> {
  /** Says what goes on: “Scaling checkout”. */
  title: string;
  /**
   * Shows what will change of the service as it is, and below which lines say what came between since it was asked for
   * the last time. Undefined where nothing is left to be done.
   */
  ask: (service: Service, between: readonly string[]) => Promise<Plan | undefined>;
  send: (session: ChangeSession, service: Service, plan: Plan, signal: AbortSignal) => Promise<Result>;
  /** Reads the service, where one that is gone is to be told otherwise than as not found. */
  look?: (session: ChangeSession, signal: AbortSignal) => Promise<Service>;
}

/**
 * Changes a service as the person saw it: where somebody else has deployed or scaled it while they were asked, or before
 * an update that got no answer could be sent again, they are asked anew and told what came between.
 */
export async function changeAsSeen<Plan, Result>(
  { connection, clusterArn, serviceArn }: ServiceResource,
  service: Service,
  change: ServiceChange<Plan, Result>,
): Promise<Result | undefined> {
  const { title, ask, send } = change;
  const look = change.look ?? ((session, signal) => fetchService(session, clusterArn, serviceArn, signal));
  let seen = service;
  let between: readonly string[] = [];
  for (;;) {
    const plan = await ask(seen, between);
    if (plan === undefined) return undefined;
    try {
      return await carryOut(connection, title, async (session, signal) => {
        const now = await look(session, signal);
        assertAsSeen(title, seen, now);
        return send(session, now, plan, signal);
      });
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      seen = error.now;
      between = error.between;
    }
  }
}

function isOvertaken(error: unknown): error is Overtaken<Service> {
  return error instanceof Overtaken;
}
