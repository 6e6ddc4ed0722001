import type { Service } from '@aws-sdk/client-ecs';
import type { ChangeSession } from '../connection/changeSession.ts';
import type { Consent } from '../connection/gate.ts';
import { findService } from '../read/services.ts';
import { changeOrReadBack } from './once.ts';
import { assertAsSeen } from './service.ts';

export interface ServiceTag {
  clusterArn: string;
  serviceArn: string;
  key: string;
  /** Undefined takes the tag away. */
  value: string | undefined;
  /** The service as the person saw it; where it is given, nothing is sent again once somebody else has changed it. */
  seen?: Service;
}

/** Sets one tag of a service, or takes it away; sent once, read back. Throws Overtaken as `seen` says. */
export async function setServiceTag(
  session: ChangeSession,
  tag: ServiceTag,
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const { clusterArn, serviceArn: resourceArn, key, value, seen } = tag;
  const isSet = (service: Service): boolean => service.tags?.find((one) => one.key === key)?.value === value;
  const operation = value === undefined ? 'ecs:UntagResource' : 'ecs:TagResource';
  await changeOrReadBack<object>(
    session,
    {
      operation,
      send: () =>
        value === undefined
          ? session.change('ecs', 'UntagResource', { resourceArn, tagKeys: [key] }, consent, signal)
          : session.change('ecs', 'TagResource', { resourceArn, tags: [{ key, value }] }, consent, signal),
      findResult: async () => {
        const service = await findService(session, clusterArn, resourceArn, signal);
        if (service && isSet(service)) return service;
        if (service && seen) assertAsSeen(operation, seen, service);
        return undefined;
      },
    },
    signal,
  );
}
