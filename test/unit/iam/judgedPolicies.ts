/** A policy of a role, and what AWS's simulator answers to requests of the role. */
export interface JudgedPolicy {
  title: string;
  /** Inline policies of the role; statements of version 2012-10-17, unless a whole document is given. */
  policies: readonly (readonly object[] | { Version?: string; Statement: object | readonly object[] })[];
  boundary?: readonly object[];
  asked: readonly {
    action: string;
    resource: string;
    context?: Record<string, string | string[]>;
    answer: 'allowed' | 'explicitDeny' | 'implicitDeny';
  }[];
}

const allow = (Action: unknown, Resource: unknown, Condition?: object): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});
const deny = (Action: unknown, Resource: unknown, Condition?: object): object => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
});

const secret = (name: string, region = 'eu-west-1') => `arn:aws:secretsmanager:${region}:111122223333:secret:${name}`;
const read = 'secretsmanager:GetSecretValue';
const stream = (group: string) => `arn:aws:logs:eu-west-1:111122223333:log-group:${group}:log-stream:ecs/web/1`;
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1';

/** Policies as they are found in roles, by what is special about them. */
export const judgedPolicies: readonly JudgedPolicy[] = [
  {
    title: 'no policy at all',
    policies: [],
    asked: [{ action: read, resource: secret('db-a1B2c3'), answer: 'implicitDeny' }],
  },
  {
    title: 'everything',
    policies: [[allow('*', '*')]],
    asked: [{ action: read, resource: secret('db-a1B2c3'), answer: 'allowed' }],
  },
  {
    title: 'what the managed policy of ECS grants',
    policies: [
      [allow(['ecr:GetAuthorizationToken', 'ecr:BatchGetImage', 'logs:CreateLogStream', 'logs:PutLogEvents'], '*')],
    ],
    asked: [
      { action: 'ecr:GetAuthorizationToken', resource: '*', answer: 'allowed' },
      { action: 'logs:PutLogEvents', resource: stream('/ecs/a'), answer: 'allowed' },
      {
        action: 'logs:CreateLogGroup',
        resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/a:log-stream:',
        answer: 'implicitDeny',
      },
      { action: read, resource: secret('db-a1B2c3'), answer: 'implicitDeny' },
      {
        action: 'ssm:GetParameters',
        resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/a',
        answer: 'implicitDeny',
      },
    ],
  },
  {
    title: 'actions in any case, with wildcards within and at the end',
    policies: [[allow(['SecretsManager:getsecret*', 'ecr:*Image', 'logs:?utLogEvents'], '*')]],
    asked: [
      { action: read, resource: secret('db-a1B2c3'), answer: 'allowed' },
      { action: 'ecr:BatchGetImage', resource: '*', answer: 'allowed' },
      { action: 'ecr:GetDownloadUrlForLayer', resource: '*', answer: 'implicitDeny' },
      { action: 'logs:PutLogEvents', resource: stream('/ecs/a'), answer: 'allowed' },
    ],
  },
  {
    title: 'resources with a case, a wildcard for the six characters',
    policies: [[allow(read, secret('shop/db-??????'))]],
    asked: [
      { action: read, resource: secret('shop/db-a1B2c3'), answer: 'allowed' },
      { action: read, resource: secret('Shop/db-a1B2c3'), answer: 'implicitDeny' },
      { action: read, resource: secret('shop/db-main-a1B2c3'), answer: 'implicitDeny' },
      { action: read, resource: secret('shop/db-a1B2c3', 'us-east-1'), answer: 'implicitDeny' },
    ],
  },
  {
    title: 'a name without the six characters, which is no ARN of a secret',
    policies: [[allow(read, secret('shop/db'))]],
    asked: [{ action: read, resource: secret('shop/db-a1B2c3'), answer: 'implicitDeny' }],
  },
  {
    title: 'a wildcard over slashes and over colons within the resource',
    policies: [[allow('logs:PutLogEvents', 'arn:aws:logs:*:*:log-group:/ecs/*')]],
    asked: [
      { action: 'logs:PutLogEvents', resource: stream('/ecs/a/b'), answer: 'allowed' },
      { action: 'logs:PutLogEvents', resource: stream('/app/a'), answer: 'implicitDeny' },
    ],
  },
  {
    title: 'a log group without what stands behind it',
    policies: [[allow('logs:PutLogEvents', 'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/a')]],
    asked: [{ action: 'logs:PutLogEvents', resource: stream('/ecs/a'), answer: 'implicitDeny' }],
  },
  {
    title: 'a deny beside an allow',
    policies: [[allow('*', '*'), deny(read, secret('prod/*'))]],
    asked: [
      { action: read, resource: secret('prod/db-a1B2c3'), answer: 'explicitDeny' },
      { action: read, resource: secret('dev/db-a1B2c3'), answer: 'allowed' },
    ],
  },
  {
    title: 'a deny in another policy, before any allow',
    policies: [[deny('logs:*', '*')], [allow('logs:PutLogEvents', '*')]],
    asked: [{ action: 'logs:PutLogEvents', resource: stream('/ecs/a'), answer: 'explicitDeny' }],
  },
  {
    title: 'NotAction that allows all but some',
    policies: [[{ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' }]],
    asked: [
      { action: read, resource: secret('db-a1B2c3'), answer: 'allowed' },
      { action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/a', answer: 'implicitDeny' },
    ],
  },
  {
    title: 'NotAction that denies all but some',
    policies: [[allow('*', '*'), { Effect: 'Deny', NotAction: 'logs:*', Resource: '*' }]],
    asked: [
      { action: 'logs:PutLogEvents', resource: stream('/ecs/a'), answer: 'allowed' },
      { action: read, resource: secret('db-a1B2c3'), answer: 'explicitDeny' },
    ],
  },
  {
    title: 'NotResource',
    policies: [[{ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::private/*' }]],
    asked: [
      { action: 's3:GetObject', resource: 'arn:aws:s3:::files/web.env', answer: 'allowed' },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::private/web.env', answer: 'implicitDeny' },
    ],
  },
  {
    title: 'an object of a bucket, where the bucket alone is allowed',
    policies: [[allow(['s3:GetObject', 's3:GetBucketLocation'], 'arn:aws:s3:::files')]],
    asked: [
      { action: 's3:GetBucketLocation', resource: 'arn:aws:s3:::files', answer: 'allowed' },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::files/web.env', answer: 'implicitDeny' },
    ],
  },
  {
    title: 'StringEquals, with a key in any case',
    policies: [
      [
        allow('kms:Decrypt', '*', {
          StringEquals: { 'KMS:viaservice': ['ssm.eu-west-1.amazonaws.com', 'secretsmanager.eu-west-1.amazonaws.com'] },
        }),
      ],
    ],
    asked: [
      {
        action: 'kms:Decrypt',
        resource: key,
        context: { 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' },
        answer: 'allowed',
      },
      {
        action: 'kms:Decrypt',
        resource: key,
        context: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
        answer: 'implicitDeny',
      },
      { action: 'kms:Decrypt', resource: key, answer: 'implicitDeny' },
    ],
  },
  {
    title: 'StringEqualsIfExists',
    policies: [
      [allow('kms:Decrypt', '*', { StringEqualsIfExists: { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' } })],
    ],
    asked: [
      { action: 'kms:Decrypt', resource: key, answer: 'allowed' },
      {
        action: 'kms:Decrypt',
        resource: key,
        context: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
        answer: 'implicitDeny',
      },
    ],
  },
  {
    title: 'a deny outside of Regions, by what is not equal',
    policies: [
      [allow('*', '*'), deny('*', '*', { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } })],
    ],
    asked: [
      {
        action: read,
        resource: secret('db-a1B2c3'),
        context: { 'aws:RequestedRegion': 'eu-west-1' },
        answer: 'allowed',
      },
      {
        action: read,
        resource: secret('db-a1B2c3'),
        context: { 'aws:RequestedRegion': 'us-east-1' },
        answer: 'explicitDeny',
      },
      // A key that is not there equals nothing.
      { action: read, resource: secret('db-a1B2c3'), answer: 'explicitDeny' },
    ],
  },
  {
    title: 'StringLike and a condition of two operators, both of which have to hold',
    policies: [
      [
        allow(read, '*', {
          StringLike: { 'aws:PrincipalArn': '*:role/shop-*' },
          Bool: { 'aws:SecureTransport': 'true' },
        }),
      ],
    ],
    asked: [
      {
        action: read,
        resource: secret('db-a1B2c3'),
        context: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/shop-web', 'aws:SecureTransport': 'true' },
        answer: 'allowed',
      },
      {
        action: read,
        resource: secret('db-a1B2c3'),
        context: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/shop-web', 'aws:SecureTransport': 'false' },
        answer: 'implicitDeny',
      },
      {
        action: read,
        resource: secret('db-a1B2c3'),
        context: { 'aws:SecureTransport': 'true' },
        answer: 'implicitDeny',
      },
    ],
  },
  {
    title: 'ArnLike, each part of which is compared for itself',
    policies: [[allow('sqs:SendMessage', '*', { ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:*:111122223333:*' } })]],
    asked: [
      {
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:q',
        context: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:task/a' },
        answer: 'allowed',
      },
      {
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:q',
        context: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:999988887777:task/a' },
        answer: 'implicitDeny',
      },
    ],
  },
  {
    title: 'Null, for a key that has to be there and one that must not',
    policies: [[allow(read, '*', { Null: { 'aws:TagKeys': 'true', 'aws:SourceVpce': 'false' } })]],
    asked: [
      { action: read, resource: secret('db-a1B2c3'), context: { 'aws:SourceVpce': 'vpce-1' }, answer: 'allowed' },
      {
        action: read,
        resource: secret('db-a1B2c3'),
        context: { 'aws:SourceVpce': 'vpce-1', 'aws:TagKeys': ['a'] },
        answer: 'implicitDeny',
      },
      { action: read, resource: secret('db-a1B2c3'), answer: 'implicitDeny' },
    ],
  },
  {
    title: 'ForAllValues and ForAnyValue',
    policies: [
      [
        allow('ecs:TagResource', '*', { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'stage'] } }),
        allow('ecs:UntagResource', '*', { 'ForAnyValue:StringLike': { 'aws:TagKeys': 'team*' } }),
      ],
    ],
    asked: [
      { action: 'ecs:TagResource', resource: '*', context: { 'aws:TagKeys': ['team'] }, answer: 'allowed' },
      {
        action: 'ecs:TagResource',
        resource: '*',
        context: { 'aws:TagKeys': ['team', 'cost'] },
        answer: 'implicitDeny',
      },
      { action: 'ecs:TagResource', resource: '*', answer: 'allowed' },
      { action: 'ecs:UntagResource', resource: '*', context: { 'aws:TagKeys': ['cost', 'team-a'] }, answer: 'allowed' },
      { action: 'ecs:UntagResource', resource: '*', answer: 'implicitDeny' },
    ],
  },
  {
    title: 'numbers, dates and addresses',
    policies: [
      [
        allow('a:Numbers', '*', { NumericLessThanEquals: { 's3:max-keys': '10' } }),
        allow('a:Dates', '*', { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }),
        allow('a:Addresses', '*', { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32'] } }),
        allow('a:Elsewhere', '*', { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
      ],
    ],
    asked: [
      { action: 'a:Numbers', resource: '*', context: { 's3:max-keys': '10' }, answer: 'allowed' },
      { action: 'a:Numbers', resource: '*', context: { 's3:max-keys': '11' }, answer: 'implicitDeny' },
      { action: 'a:Dates', resource: '*', context: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' }, answer: 'allowed' },
      {
        action: 'a:Dates',
        resource: '*',
        context: { 'aws:CurrentTime': '2025-06-01T00:00:00Z' },
        answer: 'implicitDeny',
      },
      { action: 'a:Addresses', resource: '*', context: { 'aws:SourceIp': '10.1.2.3' }, answer: 'allowed' },
      { action: 'a:Addresses', resource: '*', context: { 'aws:SourceIp': '11.1.2.3' }, answer: 'implicitDeny' },
      { action: 'a:Elsewhere', resource: '*', context: { 'aws:SourceIp': '11.1.2.3' }, answer: 'allowed' },
    ],
  },
  {
    title: 'variables, with a value of the context, a fallback and a sign',
    policies: [
      [
        allow('s3:GetObject', 'arn:aws:s3:::files/${aws:PrincipalTag/team}/*'),
        allow('s3:PutObject', "arn:aws:s3:::files/${aws:PrincipalTag/team, 'all'}/*"),
        allow('s3:ListBucket', 'arn:aws:s3:::files', { StringEquals: { 's3:prefix': 'a${*}' } }),
      ],
    ],
    asked: [
      {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::files/shop/web.env',
        context: { 'aws:PrincipalTag/team': 'shop' },
        answer: 'allowed',
      },
      {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::files/other/web.env',
        context: { 'aws:PrincipalTag/team': 'shop' },
        answer: 'implicitDeny',
      },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::files/shop/web.env', answer: 'implicitDeny' },
      { action: 's3:PutObject', resource: 'arn:aws:s3:::files/all/web.env', answer: 'allowed' },
      { action: 's3:ListBucket', resource: 'arn:aws:s3:::files', context: { 's3:prefix': 'a*' }, answer: 'allowed' },
      {
        action: 's3:ListBucket',
        resource: 'arn:aws:s3:::files',
        context: { 's3:prefix': 'ab' },
        answer: 'implicitDeny',
      },
    ],
  },
  {
    title: 'a value of a variable, whose characters stand for themselves',
    policies: [[allow('s3:GetObject', 'arn:aws:s3:::files/${aws:PrincipalTag/team}/*')]],
    asked: [
      {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::files/shop/web.env',
        context: { 'aws:PrincipalTag/team': '*' },
        answer: 'implicitDeny',
      },
    ],
  },
  {
    title: 'a policy of 2008, which knows no variables, with one statement that is no list',
    policies: [
      {
        Version: '2008-10-17',
        Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::files/${aws:PrincipalTag/team}' },
      },
    ],
    asked: [
      {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::files/shop',
        context: { 'aws:PrincipalTag/team': 'shop' },
        answer: 'implicitDeny',
      },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::files/${aws:PrincipalTag/team}', answer: 'allowed' },
    ],
  },
  {
    title: 'a boundary that does not allow what the role does',
    policies: [[allow('*', '*')]],
    boundary: [allow('logs:*', '*')],
    asked: [
      { action: 'logs:PutLogEvents', resource: stream('/ecs/a'), answer: 'allowed' },
      { action: read, resource: secret('db-a1B2c3'), answer: 'implicitDeny' },
    ],
  },
  {
    title: 'a boundary that denies, and one that allows what the role does not',
    policies: [[allow('logs:*', '*')]],
    boundary: [allow('*', '*'), deny('logs:PutLogEvents', '*')],
    asked: [
      { action: 'logs:PutLogEvents', resource: stream('/ecs/a'), answer: 'explicitDeny' },
      { action: 'logs:CreateLogStream', resource: stream('/ecs/a'), answer: 'allowed' },
      { action: read, resource: secret('db-a1B2c3'), answer: 'implicitDeny' },
    ],
  },
];

/** The documents of the policies. */
export function documentsOf({ policies }: JudgedPolicy): object[] {
  return policies.map((policy) => ('Statement' in policy ? policy : { Version: '2012-10-17', Statement: policy }));
}
