import * as l10n from '@vscode/l10n';
import { parseEcrImage } from '../ecs/image.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { fetchEcrImage } from '../aws/read/ecrImage.ts';
import { isMissing, type VerifyContext } from './accountFinding.ts';
import { day, size } from './format.ts';

/** Tags of one image that are named; a build may have hundreds. */
const mostTags = 8;

/** Tells what ECR knows of an image; nothing where it has none, which is for others to say. */
export async function describeImage(
  connection: Connection,
  { image }: { image: string },
  { signal, found }: VerifyContext,
): Promise<void> {
  const parsed = parseEcrImage(image);
  if (!parsed || parsed.region !== connection.region || !found) return;
  const { tag, digest } = parsed;
  try {
    const detail = await fetchEcrImage(connection, parsed, signal);
    if (!detail) return;
    const {
      imagePushedAt: pushed,
      imageSizeInBytes: bytes,
      imageDigest,
      imageTags = [],
      imageManifestMediaType: type,
    } = detail;
    if (pushed) found(l10n.t('Pushed {0}.', day(pushed)));
    if (bytes) found(l10n.t('{0} compressed.', size(bytes)));
    if (imageDigest && imageDigest !== digest) found(l10n.t('Digest {0}', imageDigest));
    if (type) found(l10n.t('Manifest type {0}', type));
    const tags = imageTags.filter((other) => other !== tag);
    const more = tags.length > mostTags ? l10n.t(' and {0} more', tags.length - mostTags) : '';
    if (tags.length > 0) found(l10n.t('Tags of the same image: {0}{1}', tags.slice(0, mostTags).join(', '), more));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
