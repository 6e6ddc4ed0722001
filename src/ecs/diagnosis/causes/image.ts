import * as l10n from '@vscode/l10n';
import type { Cause } from '../cause.ts';
import { failedStart } from '../startFailure.ts';
import { type Facts } from '../facts.ts';
import { nameIn, saidByAws } from '../words.ts';
import { reachEvidence, wayOut } from './outOfReach.ts';
import { saidAtStart } from './saidAtStart.ts';

function imageOf(words: string, { task, definition }: Facts): string {
  const failed = task?.containers?.find(({ reason }) => reason !== undefined && /Pull/.test(reason));
  const containers = definition?.containerDefinitions ?? [];
  const alone = task?.containers?.length === 1 ? task.containers[0]?.image : undefined;
  const named = nameIn(words, 'image') ?? failed?.image ?? alone;
  return named ?? containers.find(({ name }) => name === failed?.name)?.image ?? l10n.t('of the task');
}

const platform = saidByAws({
  id: 'image-platform',
  patterns: [
    /does not contain descriptor matching platform|no matching manifest|image operating system .* cannot be used/i,
  ],
  say: (words, facts) => ({
    sentence: l10n.t('The image {0} was not built for the platform of the task.', imageOf(words, facts)),
    short: l10n.t('image for another platform'),
    advice: l10n.t('Build it for this CPU architecture, or change runtimePlatform.'),
  }),
  remedies: ['openDefinition', 'deployPrevious'],
  wants: ['images'],
});

const notFound: Cause = {
  id: 'image-not-found',
  about: ['task'],
  judge(facts) {
    const start = failedStart(facts);
    if (start?.step !== 'image') return undefined;
    const seen = facts.images?.find(({ exists }) => exists === false);
    if (start.failure !== 'missing' && !(seen && start.failure === 'denied')) return undefined;
    if (platform.judge(facts)) return undefined;
    const words = start.evidence.text;
    const image = seen?.image ?? imageOf(words, facts);
    return {
      certainty: 'certain',
      sentence: l10n.t('The image {0} does not exist in its registry.', image),
      short: l10n.t('image not found'),
      advice: l10n.t(
        'Push this tag, or deploy one that exists. A tag that was deleted since the first pull fails too.',
      ),
      evidence: [
        start.evidence,
        ...(seen ? [{ text: l10n.t('{0} is not in the repository', seen.image), from: 'ecr:DescribeImages' }] : []),
      ],
      remedies: ['deployImage', 'deployPrevious', 'openDefinition'],
      wants: ['images'],
    };
  },
};

const rateLimit = saidAtStart('image', 'throttled', {
  id: 'image-rate-limit',
  say: (words, facts) => ({
    sentence: l10n.t(
      'The registry of {0} limits how often images are pulled without signing in.',
      imageOf(words, facts),
    ),
    short: l10n.t('pull rate limit'),
    advice: l10n.t('Sign in to the registry with repositoryCredentials, or mirror the image to Amazon ECR.'),
  }),
  remedies: ['openDefinition'],
});

const layersForbidden = saidByAws({
  id: 'image-layers-forbidden',
  patterns: [/(?:unexpected status code|httpReaderSeeker|starport-layer)[^]*(?:403|Forbidden)/i],
  say: (words, facts) => ({
    sentence: l10n.t('The layers of {0} may not be fetched from Amazon S3.', imageOf(words, facts)),
    short: l10n.t('image layers forbidden'),
    advice: l10n.t(
      'Look at the policy of the S3 gateway endpoint in the VPC of the task: it has to let the layers of ECR through.',
    ),
  }),
  wants: ['reach'],
});

/** Docker Hub's answer is the same for a name that does not exist and for a repository that asks for a login. */
const deniedOrMisnamed: Cause = {
  id: 'image-denied',
  about: ['task'],
  judge(facts) {
    const start = failedStart(facts);
    if (start?.step !== 'image' || start.failure !== 'denied') return undefined;
    if (layersForbidden.judge(facts) || noPermission.judge(facts) || notFound.judge(facts)) return undefined;
    const image = imageOf(start.evidence.text, facts);
    return {
      certainty: 'likely',
      sentence: l10n.t('The registry does not give out the image {0}: its name is wrong, or it is private.', image),
      short: l10n.t('image denied'),
      advice: l10n.t(
        'An image in Amazon ECR needs its registry host in front; one in another private registry needs repositoryCredentials.',
      ),
      evidence: [start.evidence],
      remedies: ['openDefinition', 'deployImage'],
      wants: ['images', 'definition'],
    };
  },
};

const noPermission: Cause = {
  id: 'image-no-permission',
  about: ['task'],
  judge(facts) {
    const start = failedStart(facts);
    if (!start || (start.step !== 'image' && start.step !== 'registry') || start.failure !== 'denied') return undefined;
    const words = start.evidence.text;
    if (
      !/not authorized to perform: ecr|\becr:|role has the permissions|GetAuthorizationToken|BatchGetImage/i.test(words)
    )
      return undefined;
    const role = nameIn(words, 'role');
    return {
      certainty: 'certain',
      sentence: role
        ? l10n.t('The role {0} may not pull images from Amazon ECR.', role)
        : l10n.t('The execution role may not pull images from Amazon ECR.'),
      short: l10n.t('no permission to pull'),
      advice: l10n.t(
        'Allow the execution role {0}; the managed policy AmazonECSTaskExecutionRolePolicy has it. A repository of another account has to allow it too.',
        nameIn(words, 'action') ?? 'ecr:BatchGetImage',
      ),
      evidence: [start.evidence],
      remedies: ['copyPolicy', 'openDefinition'],
      wants: ['roles'],
    };
  },
};

const unreachable: Cause = {
  id: 'image-unreachable',
  about: ['task'],
  judge(facts) {
    const start = failedStart(facts);
    if (!start || (start.step !== 'image' && start.step !== 'registry') || start.failure !== 'unreachable')
      return undefined;
    const image = start.step === 'image' ? imageOf(start.evidence.text, facts) : undefined;
    return {
      ...wayOut(facts, start.step === 'registry' ? ['ecr'] : ['ecr', 's3', 'internet']),
      certainty: 'certain',
      sentence: image
        ? l10n.t('The task could not reach the registry of {0}.', image)
        : l10n.t('The task could not reach Amazon ECR to sign in to its registry.'),
      short: l10n.t('registry out of reach'),
      evidence: [start.evidence, ...reachEvidence(facts, ['ecr', 's3', 'internet'])],
      remedies: ['openService'],
      wants: ['reach'],
    };
  },
};

const diskFull = saidByAws({
  id: 'disk-full',
  patterns: [/no space left on device/i],
  say: () => ({
    sentence: l10n.t('There was no room left on the disk of the task.'),
    short: l10n.t('disk full'),
    advice: l10n.t('Raise ephemeralStorage on Fargate; on an instance, clean images up or give it a larger disk.'),
  }),
  remedies: ['openDefinition'],
});

export const imageCauses: readonly Cause[] = [
  platform,
  diskFull,
  rateLimit,
  layersForbidden,
  noPermission,
  notFound,
  deniedOrMisnamed,
  unreachable,
];
