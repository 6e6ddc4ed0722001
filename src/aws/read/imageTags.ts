import { parseEcrImage } from '../../ecs/image.ts';
import type { Connection } from '../connection/connection.ts';
import { AwsError, isCredentialProblem } from '../errors.ts';
import { collect } from '../paging.ts';

/** A tag of an image in a repository. */
export interface ImageTag {
  tag: string;
  pushedAt: Date | undefined;
}

/** Pages of a hundred images that are read at most. */
const mostPages = 10;

/** The tags of an image's repository, the newest first; empty for other registries and where they may not be listed. */
export async function fetchImageTags(connection: Connection, image: string, signal?: AbortSignal): Promise<ImageTag[]> {
  const parsed = parseEcrImage(image);
  if (!parsed || parsed.region !== connection.region) return [];
  const { registryId, repositoryName } = parsed;
  const list = (nextToken?: string) =>
    connection.read(
      'ecr',
      'DescribeImages',
      { registryId, repositoryName, filter: { tagStatus: 'TAGGED' }, maxResults: 100, nextToken },
      signal,
    );
  try {
    const images = await collect(list, ({ imageDetails }) => imageDetails, { pages: mostPages });
    return images
      .flatMap(({ imageTags = [], imagePushedAt: pushedAt }) => imageTags.map((tag) => ({ tag, pushedAt })))
      .sort((a, b) => (b.pushedAt?.getTime() ?? 0) - (a.pushedAt?.getTime() ?? 0));
  } catch (error) {
    if (error instanceof AwsError && error.kind !== 'aborted' && !isCredentialProblem(error)) return [];
    throw error;
  }
}
