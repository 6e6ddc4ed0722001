import * as l10n from '@vscode/l10n';
import type { Connection } from '../aws/connection/connection.ts';
import { toAwsError } from '../aws/errors.ts';
import { parseArn } from '../ecs/arn.ts';
import type { Need } from '../iam/needs/need.ts';
import { viaService } from '../iam/needs/place.ts';
import type { RolePermissions } from '../iam/needs/rolePermissions.ts';
import { statementsOf } from '../iam/needs/statements.ts';
import { notChecked, type VerifyContext } from './accountFinding.ts';
import { describeParameter, describeSecret } from './verifySecret.ts';

type SecretStore = 'secretsmanager' | 'ssm';

/** What reading secrets and parameters needs of keys, as far as the account tells it. */
interface KeyNeeds {
  readonly needs: readonly Need[];
  /** Where the key of some secret or parameter is not known. */
  readonly open: ReadonlySet<SecretStore>;
}

/**
 * What reading secrets and parameters needs of a key, where a customer managed key encrypts them: the account tells, a file
 * cannot. What may not be looked at is said by the check of the secret itself.
 */
export async function customerKeyNeeds(
  connection: Connection,
  needs: readonly Need[],
  context: VerifyContext,
): Promise<KeyNeeds> {
  const open = new Set<SecretStore>();
  const found = needs.map(async (need): Promise<Need[]> => {
    const store = storeOf(need);
    if (store === undefined) return [];
    const [resource = ''] = need.asked ?? [];
    const arn = parseArn(resource);
    const key =
      arn?.region === connection.region
        ? keyArn(await keyOf(connection, { store, resource }, context), arn)
        : 'unknown';
    if (key === 'unknown' || !arn) open.add(store);
    if (key === 'unknown' || key === undefined || !arn) return [];
    const via = viaService(store, arn.region);
    return [
      {
        role: need.role,
        purpose: 'DecryptWithCustomerKeys',
        actions: ['kms:Decrypt'],
        resource: key,
        asked: [key],
        condition: { StringEquals: { 'kms:ViaService': [via] } },
        context: { 'kms:ViaService': via, 'kms:CallerAccount': arn.account },
        reason: `${need.reason} ${l10n.t('A customer managed key encrypts it.')}`,
        at: need.at,
      },
    ];
  });
  return { needs: (await Promise.all(found)).flat(), open };
}

/** What a role needs with the keys that the account names in the place of those that it might need. */
export async function withKnownKeys(
  connection: Connection,
  permissions: RolePermissions,
  context: VerifyContext,
): Promise<RolePermissions> {
  const keys = await customerKeyNeeds(connection, permissions.needs, context);
  const stays = ({ purpose, onlyPerhaps, condition = {} }: Need): boolean => {
    if (purpose !== 'DecryptWithCustomerKeys' || !onlyPerhaps) return true;
    const via = Object.values(condition).flatMap((each) => each['kms:ViaService'] ?? []);
    return via.every((service) => isOpen(service.split('.')[0] ?? '', keys.open));
  };
  const needs = [...permissions.needs.filter(stays), ...keys.needs];
  return { ...permissions, needs, statements: statementsOf(needs) };
}

/** Of files in S3 nobody has looked. */
function isOpen(service: string, open: ReadonlySet<SecretStore>): boolean {
  return service === 'secretsmanager' || service === 'ssm' ? open.has(service) : true;
}

function storeOf({ purpose }: Need): SecretStore | undefined {
  if (purpose === 'ReadSecrets') return 'secretsmanager';
  return purpose === 'ReadParameters' ? 'ssm' : undefined;
}

/** The key as the account names it; undefined for AWS's own, which needs no permission. */
async function keyOf(
  connection: Connection,
  { store, resource }: { store: SecretStore; resource: string },
  context: VerifyContext,
): Promise<string | undefined> {
  try {
    if (store === 'secretsmanager') return (await describeSecret(connection, resource, context)).KmsKeyId;
    const path = resource.slice(resource.indexOf(':parameter') + ':parameter'.length);
    // One that is not in a hierarchy has no slash before its name.
    const name = path.indexOf('/', 1) < 0 ? path.slice(1) : path;
    const parameter = await describeParameter(connection, name, context);
    if (!parameter) return 'unknown';
    return parameter.Type === 'SecureString' ? parameter.KeyId : undefined;
  } catch (error) {
    notChecked(toAwsError(error));
    return 'unknown';
  }
}

/** An alias does not tell its key. */
function keyArn(
  key: string | undefined,
  { partition, region, account }: { partition: string; region: string; account: string },
): string | undefined {
  if (key === undefined || key === 'unknown') return key;
  if (/(?:^|:)alias\//.test(key)) return /(?:^|:)alias\/aws\//.test(key) ? undefined : 'unknown';
  return key.startsWith('arn:') ? key : `arn:${partition}:kms:${region}:${account}:key/${key}`;
}
