import * as l10n from '@vscode/l10n';
import { parseEcrImage } from '../ecs/image.ts';
import type { ImagePlatform } from '../taskdef/register/accountClaims.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { isMissing, type Verdict, type VerifyContext } from './accountFinding.ts';

interface Platform {
  os: string;
  architecture: string;
}

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** Characters of an image's configuration that are read at most. */
const longestConfig = 1_048_576;

/** Whether an image is in its ECR repository and runs on the platform. Other registries cannot be asked with AWS credentials. */
export async function verifyImage(
  connection: Connection,
  { image, platform }: { image: string; platform: ImagePlatform },
  { signal, found }: VerifyContext,
): Promise<Verdict[]> {
  const parsed = parseEcrImage(image);
  if (!parsed) return [];
  if (parsed.region !== connection.region) {
    return [
      {
        severity: 'info',
        message: l10n.t(
          'The image lies in {0}; this connection can only look in {1}.',
          parsed.region,
          connection.region,
        ),
      },
    ];
  }
  const { registryId, repositoryName, tag, digest } = parsed;
  const id = digest ? { imageDigest: digest } : { imageTag: tag };
  try {
    const input = { registryId, repositoryName, imageIds: [id], acceptedMediaTypes: manifestTypes };
    const answer = await connection.read('ecr', 'BatchGetImage', input, signal);
    const manifest = answer.images?.[0]?.imageManifest;
    if (manifest === undefined) {
      return [
        {
          severity: 'error',
          message: l10n.t(
            'Repository {0} has no image {1}: push it, or name another tag.',
            repositoryName,
            digest ?? tag ?? '',
          ),
        },
      ];
    }
    const platforms = await platformsOf(connection, parsed, manifest, signal);
    const names = platforms.map(nameOf).join(', ');
    if (names) found?.(l10n.t('Built for {0}.', names));
    return judgePlatforms(platforms, platform);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return [
      {
        severity: 'error',
        message: l10n.t(
          'There is no repository {0} in account {1}: create it, or correct the name.',
          repositoryName,
          registryId,
        ),
      },
    ];
  }
}

function nameOf({ os, architecture }: Platform): string {
  return `${os}/${architecture}`;
}

function judgePlatforms(found: readonly Platform[], { os, architecture }: ImagePlatform): Verdict[] {
  const fits = (one: Platform): boolean =>
    one.os === os && (architecture === undefined || one.architecture === architecture);
  if (found.length === 0 || found.some(fits)) return [];
  const message = l10n.t(
    'The image is built for {0}, the task runs on {1}: build it for that platform, or change runtimePlatform.',
    found.map(nameOf).join(', '),
    architecture === undefined ? os : `${os}/${architecture}`,
  );
  return [{ severity: 'error', message }];
}

interface Manifest {
  manifests?: { platform?: Platform }[];
  config?: { digest?: string };
}

/** Platforms of an image: in its index, or, where it is for a single one, in its configuration. Empty when unknown. */
async function platformsOf(
  connection: Connection,
  { registryId, repositoryName }: { registryId: string; repositoryName: string },
  text: string,
  signal: AbortSignal,
): Promise<Platform[]> {
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.manifests) {
    // Attestations stand in the index as platform unknown/unknown.
    return manifest.manifests.flatMap(({ platform }) => (platform && platform.os !== 'unknown' ? [platform] : []));
  }
  const layerDigest = manifest.config?.digest;
  if (!layerDigest) return [];
  const input = { registryId, repositoryName, layerDigest };
  const { downloadUrl } = await connection.read('ecr', 'GetDownloadUrlForLayer', input, signal);
  if (!downloadUrl) return [];
  const answer = await fetch(downloadUrl, { signal });
  if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > longestConfig) return [];
  const { os, architecture } = (await answer.json()) as Partial<Platform>;
  return os && architecture ? [{ os, architecture }] : [];
}
