import * as l10n from '@vscode/l10n';
import type { Connection } from '../aws/connection/connection.ts';
import { parseArn } from '../ecs/arn.ts';
import { viaService } from '../iam/needs/place.ts';
import type { Need } from '../iam/needs/need.ts';
import { toAwsError } from '../aws/errors.ts';
import { notChecked, type VerifyContext } from './accountFinding.ts';
import { describeParameter, describeSecret } from './verifySecret.ts';

/**
 * What reading secrets and parameters needs of a key, where a customer managed key encrypts them: the account tells, a file
 * cannot. What may not be looked at is said by the check of the secret itself.
 */
export async function customerKeyNeeds(
  connection: Connection,
  needs: readonly Need[],
  context: VerifyContext,
): Promise<Need[]> {
  const found = needs.map(async (need): Promise<Need[]> => {
    const [resource = ''] = need.asked ?? [];
    const arn = parseArn(resource);
    if (!arn || arn.region !== connection.region) return [];
    const service = need.purpose === 'ReadSecrets' ? 'secretsmanager' : need.purpose === 'ReadParameters' ? 'ssm' : '';
    if (service === '') return [];
    const key = keyArn(await keyOf(connection, { service, resource }, context), arn);
    if (key === undefined) return [];
    return [
      {
        role: need.role,
        purpose: 'DecryptWithCustomerKeys',
        actions: ['kms:Decrypt'],
        resource: key,
        asked: [key],
        context: { 'kms:ViaService': viaService(service, arn.region), 'kms:CallerAccount': arn.account },
        reason: `${need.reason} ${l10n.t('A customer managed key encrypts it.')}`,
        at: need.at,
      },
    ];
  });
  return (await Promise.all(found)).flat();
}

async function keyOf(
  connection: Connection,
  { service, resource }: { service: 'secretsmanager' | 'ssm'; resource: string },
  context: VerifyContext,
): Promise<string | undefined> {
  try {
    if (service === 'secretsmanager') return (await describeSecret(connection, resource, context)).KmsKeyId;
    const path = resource.slice(resource.indexOf(':parameter') + ':parameter'.length);
    // One that is not in a hierarchy has no slash before its name.
    const name = path.indexOf('/', 1) < 0 ? path.slice(1) : path;
    return (await describeParameter(connection, name, context))?.KeyId;
  } catch (error) {
    notChecked(toAwsError(error));
    return undefined;
  }
}

/** Undefined for AWS's own keys, which need no permission, and for an alias, of which the key is not known. */
function keyArn(
  key: string | undefined,
  { partition, region, account }: { partition: string; region: string; account: string },
): string | undefined {
  if (key === undefined || /(?:^|:)alias\//.test(key)) return undefined;
  return key.startsWith('arn:') ? key : `arn:${partition}:kms:${region}:${account}:key/${key}`;
}
