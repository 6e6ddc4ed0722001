import * as l10n from '@vscode/l10n';
import type { Cause } from '../cause.ts';
import { nameIn, saidByAws } from '../words.ts';
import { outOfReach } from './outOfReach.ts';
import { saidAtStart } from './saidAtStart.ts';

// What a task gets before its containers start: secrets, parameters, environment files, a place for its logs.

const secretOf = (words: string): string => nameIn(words, 'secret') ?? l10n.t('named in valueFrom');
const parameterOf = (words: string): string =>
  nameIn(words, 'parameter') ??
  /invalid ssm parameters:\s*([\w/.-]+)/i.exec(words)?.[1] ??
  l10n.t('named in valueFrom');

const sentenceOfKey = (key: string | undefined): string =>
  key ? l10n.t('The secret has no JSON key {0}.', key) : l10n.t('The secret has no such JSON key.');

const keyMissing = saidByAws({
  id: 'secret-key-missing',
  patterns: [/did not contain json key|json key .* not found|not find .*json key/i],
  say: (words) => ({
    sentence: sentenceOfKey(nameIn(words, 'key')),
    short: l10n.t('secret lacks the key'),
    advice: l10n.t('Add the key to the secret, or correct the part behind the ARN in valueFrom.'),
  }),
  remedies: ['openDefinition'],
});

const secretMissing = saidAtStart('secret', 'missing', {
  id: 'secret-not-found',
  unless: /json key/i,
  say: (words) => ({
    sentence: l10n.t('The secret {0} does not exist in this Region.', secretOf(words)),
    short: l10n.t('secret not found'),
    advice: l10n.t('Correct its ARN in valueFrom, or create it.'),
  }),
  remedies: ['openDefinition'],
});

const secretDenied = saidAtStart('secret', 'denied', {
  id: 'secret-no-permission',
  unless: /\bkms:/i,
  say: (words) => ({
    sentence: l10n.t('The execution role may not read the secret {0}.', secretOf(words)),
    short: l10n.t('no permission to read a secret'),
    advice: l10n.t(
      'Allow it secretsmanager:GetSecretValue on the secret, and kms:Decrypt where a key of your own encrypts it.',
    ),
  }),
  remedies: ['copyPolicy', 'openDefinition'],
  wants: ['roles'],
});

const secretUnreachable = outOfReach({
  id: 'secret-unreachable',
  step: 'secret',
  destination: 'secretsmanager',
  sentence: () => l10n.t('The task could not reach AWS Secrets Manager to read its secrets.'),
  short: () => l10n.t('Secrets Manager out of reach'),
});

const keyDenied = saidByAws({
  id: 'key-no-permission',
  patterns: [/not authorized to perform: kms:|kms:Decrypt[^]*(?:denied|not authorized)|Access to KMS is not allowed/i],
  say: (words) => ({
    sentence: l10n.t('The execution role may not use the KMS key that encrypts a secret or parameter.'),
    short: l10n.t('no permission to decrypt'),
    advice: l10n.t(
      'Allow it {0} on that key; the policy of the key has to allow it too.',
      nameIn(words, 'action') ?? 'kms:Decrypt',
    ),
  }),
  remedies: ['copyPolicy'],
  wants: ['roles'],
});

const parameterMissing = saidAtStart('parameter', 'missing', {
  id: 'parameter-not-found',
  say: (words) => ({
    sentence: l10n.t('The parameter {0} does not exist in this Region.', parameterOf(words)),
    short: l10n.t('parameter not found'),
    advice: l10n.t('Correct its name in valueFrom, or create it in Parameter Store.'),
  }),
  remedies: ['openDefinition'],
});

const parameterDenied = saidAtStart('parameter', 'denied', {
  id: 'parameter-no-permission',
  unless: /\bkms:/i,
  say: (words) => ({
    sentence: l10n.t('The execution role may not read the parameter {0}.', parameterOf(words)),
    short: l10n.t('no permission to read a parameter'),
    advice: l10n.t('Allow it ssm:GetParameters on the parameter, and kms:Decrypt where a key of your own encrypts it.'),
  }),
  remedies: ['copyPolicy', 'openDefinition'],
  wants: ['roles'],
});

const parameterUnreachable = outOfReach({
  id: 'parameter-unreachable',
  step: 'parameter',
  destination: 'ssm',
  sentence: () => l10n.t('The task could not reach AWS Systems Manager to read its parameters.'),
  short: () => l10n.t('Parameter Store out of reach'),
});

const parametersThrottled = saidAtStart('parameter', 'throttled', {
  id: 'parameter-throttled',
  say: () => ({
    sentence: l10n.t('AWS Systems Manager throttled the reading of parameters.'),
    short: l10n.t('Parameter Store throttled'),
    advice: l10n.t('Many tasks started at once. Start fewer at a time, or raise the throughput of Parameter Store.'),
  }),
});

const logGroupMissing = saidAtStart('logs', 'missing', {
  id: 'log-group-missing',
  say: (_, { definition }) => {
    const group = definition?.containerDefinitions
      ?.map((one) => one.logConfiguration?.options?.['awslogs-group'])
      .find(Boolean);
    return {
      sentence: group
        ? l10n.t('The log group {0} does not exist.', group)
        : l10n.t('A log group of the task definition does not exist.'),
      short: l10n.t('log group missing'),
      advice: l10n.t(
        'Create it, or set awslogs-create-group to "true" and allow the execution role logs:CreateLogGroup.',
      ),
    };
  },
  remedies: ['createLogGroup', 'openDefinition'],
  wants: ['definition'],
});

const logsDenied = saidAtStart('logs', 'denied', {
  id: 'logs-no-permission',
  say: (words) => ({
    sentence: l10n.t(
      'The execution role may not write logs: it lacks {0}.',
      nameIn(words, 'action') ?? 'logs:CreateLogStream',
    ),
    short: l10n.t('no permission to log'),
    advice: l10n.t(
      'Allow it logs:CreateLogStream and logs:PutLogEvents on the group, and logs:CreateLogGroup where the task creates it.',
    ),
  }),
  remedies: ['copyPolicy', 'openDefinition'],
  wants: ['roles'],
});

const logsUnreachable = outOfReach({
  id: 'logs-unreachable',
  step: 'logs',
  destination: 'logs',
  sentence: () => l10n.t('The task could not reach Amazon CloudWatch Logs.'),
  short: () => l10n.t('CloudWatch Logs out of reach'),
});

const fileDenied = saidAtStart('environmentFile', 'denied', {
  id: 'environment-file-denied',
  say: () => ({
    certainty: 'likely',
    sentence: l10n.t('The environment file is not in its bucket, or the execution role may not read it.'),
    short: l10n.t('environment file denied'),
    advice: l10n.t(
      'Amazon S3 says the same of both. Allow s3:GetObject on the file and s3:GetBucketLocation on the bucket; look whether the file is there.',
    ),
  }),
  remedies: ['openDefinition', 'copyPolicy'],
  wants: ['roles'],
});

const fileMissing = saidAtStart('environmentFile', 'missing', {
  id: 'environment-file-not-found',
  say: () => ({
    sentence: l10n.t('The environment file does not exist.'),
    short: l10n.t('environment file not found'),
    advice: l10n.t('Upload it, or correct its ARN in environmentFiles.'),
  }),
  remedies: ['openDefinition'],
});

const fileUnreachable = outOfReach({
  id: 'environment-file-unreachable',
  step: 'environmentFile',
  destination: 's3',
  sentence: () => l10n.t('The task could not reach Amazon S3 to read its environment file.'),
  short: () => l10n.t('Amazon S3 out of reach'),
});

const roleNotAssumable = saidByAws({
  id: 'role-not-assumable',
  about: ['task', 'service'],
  patterns: [
    /unable to assume (?:the )?role|cannot be assumed|not authorized to perform: sts:AssumeRole|trust relationship|invalid.*execution role|role .*(?:does not exist|is invalid)/i,
  ],
  say: (words) => ({
    sentence: l10n.t(
      'ECS cannot take on the role {0} for the task.',
      nameIn(words, 'role') ?? l10n.t('of the task definition'),
    ),
    short: l10n.t('role cannot be assumed'),
    advice: l10n.t('The role has to exist in this account and its trust policy has to name ecs-tasks.amazonaws.com.'),
  }),
  remedies: ['openDefinition'],
  wants: ['roles'],
});

export const configurationCauses: readonly Cause[] = [
  keyMissing,
  keyDenied,
  secretMissing,
  secretDenied,
  secretUnreachable,
  parameterMissing,
  parameterDenied,
  parameterUnreachable,
  parametersThrottled,
  logGroupMissing,
  logsDenied,
  logsUnreachable,
  fileDenied,
  fileMissing,
  fileUnreachable,
  roleNotAssumable,
];
