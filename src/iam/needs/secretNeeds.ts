import * as l10n from '@vscode/l10n';
import type { Value } from '../../taskdef/document/fields.ts';
import type { Need, RoleUse } from './need.ts';
import { arnAt, isExact, patternOf, type TaskHome, viaService } from './place.ts';

interface Given {
  readonly home: TaskHome;
  readonly reason: string;
  /** Whether a bare name is a secret's rather than a parameter's. */
  readonly isSecret?: boolean;
  readonly role?: RoleUse;
}

/** What reading a secret or parameter needs. */
export function secretNeeds(value: Value<string>, given: Given): Need[] {
  const text = patternOf(value);
  const at = value.node;
  if (text === undefined || text === '' || !at) return [];
  const found = locate(text, given);
  return found.flatMap(({ kind, resources, asked, home }) => {
    const read =
      kind === 'secret'
        ? (['ReadSecrets', 'secretsmanager:GetSecretValue'] as const)
        : (['ReadParameters', 'ssm:GetParameters'] as const);
    const [purpose, action] = read;
    const shared = { role: given.role ?? 'execution', at } as const;
    return [
      ...resources.map((resource) => ({
        ...shared,
        purpose,
        actions: [action],
        resource,
        ...(asked ? { asked } : {}),
        reason: given.reason,
      })),
      keyNeed(kind === 'secret' ? 'secretsmanager' : 'ssm', home, { ...shared, reason: given.reason }),
    ];
  });
}

/** Nothing in a file tells whether a key of the customer's encrypts something, or which. */
function keyNeed(service: string, home: TaskHome, { role, at, reason }: Pick<Need, 'role' | 'at' | 'reason'>): Need {
  const via = viaService(service, home.region);
  return {
    role,
    purpose: 'DecryptWithCustomerKeys',
    actions: ['kms:Decrypt'],
    resource: arnAt(home, 'kms', 'key/*'),
    condition: { [isExact(via) ? 'StringEquals' : 'StringLike']: { 'kms:ViaService': [via] } },
    onlyPerhaps: true,
    reason: `${reason} ${l10n.t('Only needed where a customer managed key encrypts it.')}`,
    at,
  };
}

interface Located {
  kind: 'secret' | 'parameter';
  /** As in a policy. */
  resources: string[];
  asked: string[] | undefined;
  home: TaskHome;
}

/** Parameters of this name stand for a secret. */
const secretAsParameter = /^\/?aws\/reference\/secretsmanager\//;

function locate(text: string, { home, isSecret }: Given): Located[] {
  const [, partition, service, region, account, ...rest] = text.split(':');
  if (!text.startsWith('arn:')) {
    // A text that a template makes as a whole may be the ARN of either.
    if (text.startsWith('*') && !isSecret)
      return text === '*' ? [secret('*', home), parameter('*', home)] : guess(text, home);
    return isSecret ? [secret(text, home)] : parameterOrSecret(text, home);
  }
  const own = (given: string | undefined, mine: string): string => (!given || given === '*' ? mine : given);
  const place = {
    partition: own(partition, home.partition),
    region: own(region, home.region),
    account: own(account, home.account),
  };
  if (service === 'secretsmanager') return [secret(rest[0] === 'secret' ? (rest[1] ?? '*') : '*', place)];
  if (service === 'ssm') return parameterOrSecret(rest.join(':').replace(/^parameter(?=\/)/, ''), place, true);
  return service === '*' ? [secret('*', place), parameter('*', place)] : [];
}

/** Of something that begins with a placeholder: of which service it is stays open. */
function guess(text: string, home: TaskHome): Located[] {
  if (text.startsWith('*:')) return [secret('*', home)];
  return parameterOrSecret(text, home);
}

function parameterOrSecret(name: string, home: TaskHome, isArn = false): Located[] {
  const path = isArn && /^\/[^/]+$/.test(name) ? name.slice(1) : name;
  const named = secretAsParameter.exec(path);
  const found = parameter(path, home);
  return named ? [found, secret(path.slice(named[0].length), home)] : [found];
}

/** Six random characters end a secret's ARN; a file may leave them out, and then its name alone is there. */
function secret(name: string, home: TaskHome): Located {
  const arn = (end: string): string => arnAt(home, 'secretsmanager', `secret:${end}`);
  const hasSuffix = /-[A-Za-z0-9]{6}$/.test(name);
  // `db-secret`: a word of six letters may be either.
  const mayBeName = hasSuffix && /-[a-z]{6}$/.test(name);
  const ends = [
    ...(hasSuffix ? [name] : []),
    ...(!hasSuffix || mayBeName ? [name.endsWith('*') ? name : `${name}-??????`] : []),
  ];
  const asked = ends.map((end) => arn(end.replace('??????', 'AbCdEf')));
  return { kind: 'secret', resources: ends.map(arn), asked: asked.every(isExact) ? asked : undefined, home };
}

/** The name of a parameter, without the label or version that may follow it. */
function parameter(name: string, home: TaskHome): Located {
  const path = name.replace(/:[^:/]*$/, '');
  const resource = arnAt(home, 'ssm', `parameter${path.startsWith('/') ? '' : '/'}${path}`);
  return { kind: 'parameter', resources: [resource], asked: isExact(resource) ? [resource] : undefined, home };
}

/** What reading an object of S3 needs. */
export function fileNeeds(value: Value<string>, { home, reason, role = 'execution' }: Given): Need[] {
  const text = patternOf(value);
  const at = value.node;
  if (text === undefined || !at) return [];
  const [, partition, name] = /^arn:([^:]+):s3:::(.+)$/.exec(text) ?? [];
  // Anything else that is known is refused by ECS, and a rule speaks of it.
  if (name === undefined && !text.startsWith('*')) return [];
  const own = partition === undefined || partition === '*' ? home.partition : partition;
  const [bucket = '*', ...key] = (name ?? '*').split('/');
  const bucketArn = `arn:${own}:s3:::${bucket}`;
  const object = `${bucketArn}/${key.length > 0 ? key.join('/') : '*'}`;
  const shared = { role, reason, at } as const;
  return [
    {
      ...shared,
      purpose: 'ReadFiles',
      actions: ['s3:GetObject'],
      resource: object,
      ...(isExact(object) ? { asked: [object] } : {}),
    },
    {
      ...shared,
      purpose: 'LocateBuckets',
      actions: ['s3:GetBucketLocation'],
      resource: bucketArn,
      ...(isExact(bucketArn) ? { asked: [bucketArn] } : {}),
    },
    keyNeed('s3', home, shared),
  ];
}
