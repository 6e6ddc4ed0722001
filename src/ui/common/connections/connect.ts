import type { LogOutputChannel } from 'vscode';
import { fetchSharedConfig } from '../../../aws/profile/configFiles.ts';
import { Connection, type ConnectionOptions } from '../../../aws/connection/connection.ts';
import { type ConnectionRequest, resolveConnectionSpec } from '../../../aws/profile/connectionSpec.ts';
import { guardRules } from './connectionSettings.ts';
import { promptForMfaCode } from './mfaPrompt.ts';
import { typeName } from '../change/typeName.ts';

/** Resolves profile, Region and endpoint and makes the connection; nothing is sent yet. */
export async function connect(
  request: ConnectionRequest,
  log: LogOutputChannel,
  options: ConnectionOptions = {},
): Promise<Connection> {
  const spec = resolveConnectionSpec(request, process.env, await fetchSharedConfig());
  log.info(`Connection: profile ${spec.profile ?? '(environment)'}, Region ${spec.region}`);
  return new Connection(spec, {
    mfa: promptForMfaCode,
    guardRules,
    typeName,
    trace: ({ operation, milliseconds, error }) => {
      if (error) log.warn(`${operation} failed after ${milliseconds} ms: ${error.code ?? error.kind}`);
      else log.debug(`${operation} ${milliseconds} ms`);
    },
    ...options,
  });
}
