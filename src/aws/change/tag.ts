import type { Service } from '@aws-sdk/client-ecs';
import type { ChangeSession } from '../connection/changeSession.ts';
import type { Consent } from '../connection/gate.ts';
import { fetchServiceWithTags } from '../read/services.ts';
import { changeOrReadBack } from './once.ts';

export interface ServiceTag {
  clusterArn: string;
  serviceArn: string;
  key: string;
  /** Undefined takes the tag away. */
  value: string | undefined;
}

/** Sets one tag of a service, or takes it away; sent once, read back. */
export async function setServiceTag(
  session: ChangeSession,
  tag: ServiceTag,
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const { clusterArn, serviceArn: resourceArn, key, value } = tag;
  const isSet = (service: Service): boolean => service.tags?.find((one) => one.key === key)?.value === value;
  await changeOrReadBack<object>(
    session,
    {
      operation: value === undefined ? 'ecs:UntagResource' : 'ecs:TagResource',
      send: () =>
        value === undefined
          ? session.change('ecs', 'UntagResource', { resourceArn, tagKeys: [key] }, consent, signal)
          : session.change('ecs', 'TagResource', { resourceArn, tags: [{ key, value }] }, consent, signal),
      findResult: async () => {
        const service = await fetchServiceWithTags(session, clusterArn, resourceArn, signal);
        return service && isSet(service) ? service : undefined;
      },
    },
    signal,
  );
}
