import type { ChangeSession } from '../connection/changeSession.ts';
import type { Consent } from '../connection/gate.ts';
import { AwsError } from '../errors.ts';
import { fetchLogGroup } from '../read/logGroups.ts';
import { changeOrReadBack } from './once.ts';

/** Creates a log group. Returns whether it did: one that somebody else made meanwhile is as good. */
export async function createLogGroup(
  session: ChangeSession,
  logGroupName: string,
  consent: Consent,
  signal?: AbortSignal,
): Promise<boolean> {
  let sent = 0;
  const { made } = await changeOrReadBack(
    session,
    {
      operation: 'logs:CreateLogGroup',
      send: async () => {
        sent++;
        try {
          await session.change('logs', 'CreateLogGroup', { logGroupName }, consent, signal);
          return { made: true };
        } catch (error) {
          if (!(error instanceof AwsError) || error.code !== 'ResourceAlreadyExistsException') throw error;
          // An unanswered request before this one may well have made it.
          return { made: sent > 1 };
        }
      },
      findResult: async () => ((await fetchLogGroup(session, logGroupName, signal)) ? { made: true } : undefined),
    },
    signal,
  );
  return made;
}

/** Sets after how many days the events of a log group go, unless somebody has said so already. Returns what holds then. */
export async function setRetention(
  session: ChangeSession,
  { logGroupName, days: retentionInDays }: { logGroupName: string; days: number },
  consent: Consent,
  signal?: AbortSignal,
): Promise<number> {
  const heldAs = async (): Promise<number | undefined> =>
    (await fetchLogGroup(session, logGroupName, signal))?.retentionInDays;
  const known = await heldAs();
  if (known !== undefined) return known;
  return changeOrReadBack(
    session,
    {
      operation: 'logs:PutRetentionPolicy',
      send: async () => {
        await session.change('logs', 'PutRetentionPolicy', { logGroupName, retentionInDays }, consent, signal);
        return retentionInDays;
      },
      findResult: heldAs,
    },
    signal,
  );
}
