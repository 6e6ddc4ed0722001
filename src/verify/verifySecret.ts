import type { DescribeSecretResponse } from '@aws-sdk/client-secrets-manager';
import type { ParameterMetadata } from '@aws-sdk/client-ssm';
import * as l10n from '@vscode/l10n';
import { parseArn } from '../ecs/arn.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { day } from './format.ts';
import { askOnce, isMissing, type Verdict, type VerifyContext } from './accountFinding.ts';

/** A reference into Secrets Manager, taken apart. */
export interface SecretReference {
  secretArn: string;
  region: string;
  /** The key within a JSON secret, if one is named. */
  jsonKey: string | undefined;
}

/** `arn:…:secret:name-abc123:key:stage:version`, or undefined for a parameter. */
export function parseSecret(valueFrom: string): SecretReference | undefined {
  const parts = valueFrom.split(':');
  if (parts[2] !== 'secretsmanager') return undefined;
  return { secretArn: parts.slice(0, 7).join(':'), region: parts[3] ?? '', jsonKey: parts[7] || undefined };
}

/** Whether a secret or parameter exists. Its value is not read. */
export async function verifySecret(
  connection: Connection,
  { valueFrom }: { valueFrom: string },
  context: VerifyContext,
): Promise<Verdict[]> {
  const secret = parseSecret(valueFrom);
  const region = secret?.region ?? parseArn(valueFrom)?.region ?? connection.region;
  if (region !== connection.region) {
    return [
      {
        severity: 'info',
        message: l10n.t('It lies in {0}; this connection can only look in {1}.', region, connection.region),
      },
    ];
  }
  return secret ? verifyInSecretsManager(connection, secret, context) : verifyParameter(connection, valueFrom, context);
}

async function verifyInSecretsManager(
  connection: Connection,
  { secretArn }: SecretReference,
  context: VerifyContext,
): Promise<Verdict[]> {
  const { found } = context;
  const missing = l10n.t('There is no such secret: create it, or correct the ARN.');
  try {
    const answer = await describeSecret(connection, secretArn, context);
    if (!answer.DeletedDate) {
      found?.(l10n.t('Secret {0} exists.', answer.Name ?? nameOfSecret(secretArn)));
      const changed = answer.LastChangedDate ?? answer.CreatedDate;
      if (changed) found?.(l10n.t('Last changed {0}.', day(changed)));
      if (answer.RotationEnabled) found?.(l10n.t('It is rotated.'));
      return [];
    }
    return [{ severity: 'error', message: l10n.t('This secret is marked for deletion: restore it, or name another.') }];
  } catch (error) {
    if (isMissing(error)) return [{ severity: 'error', message: missing }];
    throw error;
  }
}

async function verifyParameter(connection: Connection, valueFrom: string, context: VerifyContext): Promise<Verdict[]> {
  const { signal, found } = context;
  const name = valueFrom.startsWith('arn:') ? nameOfParameter(valueFrom) : valueFrom;
  const parameter = await describeParameter(connection, name, context);
  if (parameter) {
    found?.(l10n.t('Parameter {0} exists ({1}).', parameter.Name ?? name, parameter.Type ?? 'String'));
    if (parameter.LastModifiedDate) found?.(l10n.t('Last changed {0}.', day(parameter.LastModifiedDate)));
    return [];
  }
  const owner = parseArn(valueFrom)?.account;
  const { account } = await connection.identity(signal);
  if (owner !== undefined && owner !== account)
    return [
      { severity: 'info', message: l10n.t('It lies in account {0}; this connection looks in {1}.', owner, account) },
    ];
  return [{ severity: 'error', message: l10n.t('There is no parameter {0}: create it, or correct the name.', name) }];
}

/** A secret without its value, asked for once in a verification. Throws AwsError. */
export function describeSecret(
  connection: Connection,
  secretArn: string,
  context: VerifyContext,
): Promise<DescribeSecretResponse> {
  return askOnce(context, `secret ${secretArn}`, () =>
    connection.read('secretsmanager', 'DescribeSecret', { SecretId: secretArn }, context.signal),
  );
}

/** A parameter without its value, asked for once in a verification; undefined where there is none. Throws AwsError. */
export function describeParameter(
  connection: Connection,
  name: string,
  context: VerifyContext,
): Promise<ParameterMetadata | undefined> {
  const ParameterFilters = [{ Key: 'Name', Option: 'Equals', Values: [name] }];
  return askOnce(context, `parameter ${name}`, async () => {
    const answer = await connection.read('ssm', 'DescribeParameters', { ParameterFilters }, context.signal);
    return answer.Parameters?.[0];
  });
}

/** Six characters stand behind the name in an ARN. */
function nameOfSecret(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1).replace(/-[A-Za-z0-9]{6}$/, '');
}

/** The ARN of `/a/b` ends `parameter/a/b`, that of `a` ends `parameter/a`. */
function nameOfParameter(arn: string): string {
  const rest = arn.slice(arn.indexOf(':parameter') + ':parameter'.length);
  return rest.indexOf('/', 1) < 0 ? rest.slice(1) : rest;
}

/** Whether a JSON secret has a key. Reads the value, so it is done only for the one that the person asks about; nothing of it is kept. */
export async function verifySecretKey(
  connection: Connection,
  { secretArn, jsonKey = '' }: SecretReference,
  { signal }: VerifyContext,
): Promise<Verdict[]> {
  const { SecretString: text = '' } = await connection.read(
    'secretsmanager',
    'GetSecretValue',
    { SecretId: secretArn },
    signal,
  );
  let keys: string[];
  try {
    keys = Object.keys(JSON.parse(text) as object);
  } catch {
    return [{ severity: 'error', message: l10n.t('The secret is not JSON, so it has no key {0}.', jsonKey) }];
  }
  if (keys.includes(jsonKey)) return [];
  return [{ severity: 'error', message: l10n.t('The secret has no key {0}.', jsonKey) }];
}
