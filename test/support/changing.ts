import { ChangeSession } from '../../src/aws/connection/changeSession.ts';
import type { Connection } from '../../src/aws/connection/connection.ts';

/** What changes are sent through, as a command has it after its question. */
export function changing(connection: Connection): Promise<ChangeSession> {
  return ChangeSession.begin(connection);
}
