import * as l10n from '@vscode/l10n';
import type { Cause } from '../cause.ts';
import { nameIn, saidByAws } from '../words.ts';
import { reachEvidence, wayOut } from './outOfReach.ts';
import { saidAtStart } from './saidAtStart.ts';

const fileSystemOf = (words: string): string => nameIn(words, 'fileSystem') ?? l10n.t('of the task definition');

/** The mount helper says so of a rootDirectory that is not there, never of a port. */
const directory = saidByAws({
  id: 'efs-no-directory',
  patterns: [/(?:mount\.nfs4?|EFS)[^]*No such file or directory/i],
  say: (words) => ({
    sentence: l10n.t('The file system {0} has no such directory as rootDirectory names.', fileSystemOf(words)),
    short: l10n.t('directory missing on EFS'),
    advice: l10n.t('Make the directory, correct rootDirectory, or mount through an access point that creates it.'),
  }),
  remedies: ['openDefinition'],
});

const unresolved = saidByAws({
  id: 'efs-unresolved',
  patterns: [
    /failed to resolve "?fs-|fs-[\w.-]+[^]*(?:name or service not known|could not be resolved|nodename nor servname)/i,
  ],
  say: (words) => ({
    sentence: l10n.t('The name of the file system {0} could not be resolved.', fileSystemOf(words)),
    short: l10n.t('EFS name not resolved'),
    advice: l10n.t(
      'It needs a mount target in the Availability Zone of the task, and the VPC needs DNS resolution and DNS host names.',
    ),
  }),
  remedies: ['openDefinition'],
  wants: ['reach'],
});

const denied = saidAtStart('fileSystem', 'denied', {
  id: 'efs-denied',
  say: (words) => ({
    sentence: l10n.t('The file system {0} does not let the task mount it.', fileSystemOf(words)),
    short: l10n.t('EFS denied'),
    advice: l10n.t(
      'With IAM authorization the task role needs elasticfilesystem:ClientMount (and ClientWrite), and the policy of the file system has to allow it.',
    ),
  }),
  remedies: ['openDefinition', 'copyPolicy'],
  wants: ['roles'],
});

const unreachable = saidAtStart('fileSystem', 'unreachable', {
  id: 'efs-unreachable',
  unless: /failed to resolve "?fs-|no such file or directory/i,
  say: (words, facts) => ({
    ...wayOut({ ...facts, reach: facts.reach?.filter(({ destination }) => destination === 'efs') }, ['efs']),
    ...(facts.reach?.some(({ destination, isReachable }) => destination === 'efs' && isReachable === false)
      ? {}
      : {
          advice: l10n.t(
            'The security group of its mount targets has to let port 2049 in from the tasks, and the zone of the task needs a mount target.',
          ),
        }),
    sentence: l10n.t('The task could not reach the file system {0}.', fileSystemOf(words)),
    short: l10n.t('EFS out of reach'),
    evidence: [{ text: words, from: 'stoppedReason' }, ...reachEvidence(facts, ['efs'])],
  }),
  remedies: ['openDefinition'],
  wants: ['reach'],
});

const missing = saidAtStart('fileSystem', 'missing', {
  id: 'efs-not-found',
  unless: /No such file or directory|failed to resolve/i,
  say: (words) => ({
    sentence: l10n.t('The file system {0} or its access point does not exist.', fileSystemOf(words)),
    short: l10n.t('EFS not found'),
    advice: l10n.t('Correct fileSystemId or accessPointId; both have to be in this account and Region.'),
  }),
  remedies: ['openDefinition'],
});

const diskTimeout = saidByAws({
  id: 'aws-slow',
  patterns: [/Timeout waiting for [\w ]+(?:provisioning|attach\w*|to complete)/i],
  say: (words) => ({
    sentence: l10n.t('AWS took too long to prepare the task: {0}', words.trim()),
    short: l10n.t('AWS was too slow'),
    advice: l10n.t('This passes: a service starts the task again by itself; start a task of your own again.'),
  }),
});

const volumeAttach = saidByAws({
  id: 'ebs-attach-failed',
  patterns: [
    /ElasticBlockStor\w*|\bEBS\b[^]*(?:attach|create|volume)|(?:attach|create) (?:the )?(?:Amazon )?EBS volume/i,
  ],
  say: (words) => ({
    sentence: l10n.t('The EBS volume of the task could not be made or attached: {0}', words.trim()),
    short: l10n.t('EBS volume failed'),
    advice: l10n.t(
      'Look at the infrastructure role (AmazonECSInfrastructureRolePolicyForVolumes), the size and type in volumeConfigurations, and the quota of the account.',
    ),
  }),
  remedies: ['openService'],
});

export const storageCauses: readonly Cause[] = [
  directory,
  unresolved,
  denied,
  unreachable,
  missing,
  volumeAttach,
  diskTimeout,
];
