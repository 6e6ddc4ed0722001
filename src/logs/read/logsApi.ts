import type {
  FilterLogEventsRequest,
  FilterLogEventsResponse,
  StartLiveTailRequest,
  StartLiveTailResponseStream,
} from '@aws-sdk/client-cloudwatch-logs';
import type { Connection } from '../../aws/connection/connection.ts';
import { AwsError } from '../../aws/errors.ts';

/** What following a log group needs of CloudWatch Logs. Every failure is an AwsError. */
export interface LogsApi {
  filterLogEvents(input: FilterLogEventsRequest, signal: AbortSignal): Promise<FilterLogEventsResponse>;
  /** Resolves when the service has accepted the session. Aborting the signal ends it. */
  startLiveTail(input: StartLiveTailRequest, signal: AbortSignal): Promise<AsyncIterable<StartLiveTailResponseStream>>;
}

export function logsApi(connection: Connection): LogsApi {
  return {
    filterLogEvents: (input, signal) => connection.read('logs', 'FilterLogEvents', input, signal),
    async startLiveTail(input, signal) {
      const { responseStream } = await connection.read('logs', 'StartLiveTail', input, signal);
      if (responseStream) return responseStream;
      throw new AwsError('malformed', 'The answer carries no event stream.', { operation: 'logs:StartLiveTail' });
    },
  };
}
