import type { BatchGetImageRequest, DescribeImagesRequest } from '@aws-sdk/client-ecr';
import type { Account } from '../account.ts';
import { json11 } from '../http/protocols.ts';
import { ServiceError } from '../http/serviceError.ts';
import { reads, type ServiceDefinition, type ServiceRequest } from '../serviceDefinition.ts';

/** An image in a repository. */
export interface StoredImage {
  pushedAt: Date;
  /** `os/architecture` pairs. */
  platforms: readonly string[];
  /** Tags that share a digest are one image. */
  digest?: string;
  bytes?: number;
}

const registries = new WeakMap<Account, Map<string, Map<string, StoredImage>>>();

/** The repositories of an account, each with its images by tag; empty until a test fills them. */
export function repositoriesOf(account: Account): Map<string, Map<string, StoredImage>> {
  const found = registries.get(account) ?? new Map<string, Map<string, StoredImage>>();
  registries.set(account, found);
  return found;
}

function repository(name: string, { region }: ServiceRequest): Map<string, StoredImage> {
  const found = repositoriesOf(region.account).get(name);
  if (found) return found;
  throw new ServiceError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${region.account.id}'`,
  );
}

function describeImages(input: DescribeImagesRequest, request: ServiceRequest): object {
  const { repositoryName = '', imageIds } = input;
  const images = [...repository(repositoryName, request)];
  const details = images.map(([tag, { pushedAt, digest, bytes }]) => ({
    repositoryName,
    imageDigest: digest,
    imageTags: digest ? images.flatMap(([other, image]) => (image.digest === digest ? [other] : [])) : [tag],
    imagePushedAt: pushedAt,
    imageSizeInBytes: bytes,
    imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
  }));
  if (!imageIds) return { imageDetails: details };
  const wanted = imageIds.map(({ imageTag = '', imageDigest }) => {
    const found = details.find(({ imageTags, imageDigest: digest }) =>
      imageDigest ? digest === imageDigest : imageTags.includes(imageTag),
    );
    if (found) return found;
    const named = `{imageDigest:'${imageDigest ?? 'null'}', imageTag:'${imageTag}'}`;
    throw new ServiceError(
      'ImageNotFoundException',
      `The image with imageId ${named} does not exist within the repository with name '${repositoryName}'`,
    );
  });
  return { imageDetails: wanted };
}

function batchGetImage(input: BatchGetImageRequest, request: ServiceRequest): object {
  const stored = repository(input.repositoryName ?? '', request);
  const images = [];
  const failures = [];
  for (const imageId of input.imageIds ?? []) {
    const image = imageId.imageDigest
      ? [...stored.values()].find(({ digest }) => digest === imageId.imageDigest)
      : stored.get(imageId.imageTag ?? '');
    if (image) images.push({ imageId, imageManifest: manifest(image) });
    else failures.push({ imageId, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' });
  }
  return { images, failures };
}

function manifest({ platforms }: StoredImage): string {
  const manifests = platforms.map((platform) => {
    const [os, architecture] = platform.split('/');
    return { platform: { os, architecture } };
  });
  return JSON.stringify({ schemaVersion: 2, manifests });
}

export const ecrService: ServiceDefinition = {
  name: 'ecr',
  protocol: json11,
  targetPrefix: 'AmazonEC2ContainerRegistry_V20150921',
  operations: { BatchGetImage: reads(batchGetImage), DescribeImages: reads(describeImages) },
};
