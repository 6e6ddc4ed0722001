import { parseArn } from '../../ecs/arn.ts';
import { AwsError } from '../errors.ts';
import type { Reader } from '../sdk/operationTypes.ts';

/** Who AWS takes us for. Source: STS GetCallerIdentity. */
export interface CallerIdentity {
  /** Twelve digits. */
  account: string;
  /** Empty where STS could not be asked. */
  arn: string;
  /** `aws`, `aws-cn`, `aws-us-gov` … */
  partition: string;
}

/** Asks STS; where that may not be asked, or is not there, a cluster's ARN names the account all the same. */
export async function fetchCallerIdentity(connection: Reader): Promise<CallerIdentity> {
  try {
    const { Arn: arn = '', Account: account = '' } = await connection.read('sts', 'GetCallerIdentity', {});
    return { account, arn, partition: parseArn(arn)?.partition ?? 'aws' };
  } catch (error) {
    const isClosed = error instanceof AwsError && (error.kind === 'denied' || error.kind === 'unsupported');
    const found = isClosed ? await identityOfCluster(connection).catch(() => undefined) : undefined;
    if (found) return found;
    throw error;
  }
}

async function identityOfCluster(connection: Reader): Promise<CallerIdentity | undefined> {
  const { clusterArns = [] } = await connection.read('ecs', 'ListClusters', { maxResults: 1 });
  const parsed = parseArn(clusterArns[0] ?? '');
  return parsed && { account: parsed.account, arn: '', partition: parsed.partition };
}
