import type { BatchGetImageRequest, DescribeImagesRequest, DescribeRepositoriesRequest } from '@aws-sdk/client-ecr';
import type { Account } from '../account.ts';
import { digestOf } from '../ecs/scheduler/containerRun.ts';
import { json11 } from '../http/protocols.ts';
import { ServiceError } from '../http/serviceError.ts';
import { takePage } from '../limits/pageTokens.ts';
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

/** An image under one of its tags. */
interface TaggedImage extends StoredImage {
  tag: string;
  digest: string;
}

const registries = new WeakMap<Account, Map<string, Map<string, StoredImage>>>();

/** The repositories of an account, each with its images by tag; a tag that a rule of the account's images lets run is there, too. */
export function repositoriesOf(account: Account): Map<string, Map<string, StoredImage>> {
  const found = registries.get(account) ?? new Map<string, Map<string, StoredImage>>();
  registries.set(account, found);
  return found;
}

/** An image that tasks can run and ECR lists. */
export function pushImage(account: Account, repository: string, tag: string, image: StoredImage): void {
  const repositories = repositoriesOf(account);
  const images = repositories.get(repository) ?? new Map<string, StoredImage>();
  repositories.set(repository, images.set(tag, image));
}

/** The images of a repository, by tag. */
function imagesOf(repositoryName: string, { region }: ServiceRequest): TaggedImage[] {
  const found = repositoriesOf(region.account).get(repositoryName);
  if (!found) {
    throw new ServiceError(
      'RepositoryNotFoundException',
      `The repository with name '${repositoryName}' does not exist in the registry with id '${region.account.id}'`,
    );
  }
  const uri = uriOf(repositoryName, { region });
  return [...found].map(([tag, image]) => ({ tag, ...image, digest: image.digest ?? digestOf(`${uri}:${tag}`) }));
}

function uriOf(repositoryName: string, { region }: Pick<ServiceRequest, 'region'>): string {
  const suffix = region.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `${region.account.id}.dkr.ecr.${region.name}.${suffix}/${repositoryName}`;
}

/** One image by tag or digest; what tasks could pull by its tag is there without being listed. */
function findImage(
  images: readonly TaggedImage[],
  repositoryName: string,
  { imageTag = '', imageDigest }: { imageTag?: string | undefined; imageDigest?: string | undefined },
  request: ServiceRequest,
): TaggedImage | undefined {
  if (imageDigest) return images.find(({ digest }) => digest === imageDigest);
  const listed = images.find(({ tag }) => tag === imageTag);
  if (listed || !imageTag) return listed;
  const image = `${uriOf(repositoryName, request)}:${imageTag}`;
  const runs = request.region.account.images.has(image);
  const platforms = ['linux/amd64', 'linux/arm64'];
  return runs ? { tag: imageTag, digest: digestOf(image), pushedAt: request.world.clock.date(), platforms } : undefined;
}

function describeRepositories(input: DescribeRepositoriesRequest, { region }: ServiceRequest): object {
  const names = [...repositoriesOf(region.account).keys()].sort();
  const { maxResults = 100, nextToken } = input;
  const page = takePage(names, (name) => name, 'repositories', maxResults, nextToken);
  if (!page) throw new ServiceError('InvalidParameterException', 'Invalid parameter at nextToken');
  const repositories = page.items.map((repositoryName) => ({
    registryId: region.account.id,
    repositoryArn: region.arn('ecr', `repository/${repositoryName}`),
    repositoryName,
    repositoryUri: uriOf(repositoryName, { region }),
    imageTagMutability: 'MUTABLE',
  }));
  return { repositories, nextToken: page.nextToken };
}

function describeImages(input: DescribeImagesRequest, request: ServiceRequest): object {
  const { repositoryName = '', imageIds } = input;
  const images = imagesOf(repositoryName, request);
  const detail = ({ tag, digest, pushedAt, bytes }: TaggedImage): object => ({
    repositoryName,
    imageDigest: digest,
    imageTags: [...new Set([...images.filter((image) => image.digest === digest).map((image) => image.tag), tag])],
    imagePushedAt: pushedAt,
    imageSizeInBytes: bytes,
    imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
  });
  if (!imageIds) {
    const first = images.filter(({ digest }, index) => images.findIndex((one) => one.digest === digest) === index);
    return { imageDetails: first.map(detail) };
  }
  const wanted = imageIds.map((imageId) => {
    const found = findImage(images, repositoryName, imageId, request);
    if (found) return detail(found);
    const named = `{imageDigest:'${imageId.imageDigest ?? 'null'}', imageTag:'${imageId.imageTag ?? ''}'}`;
    throw new ServiceError(
      'ImageNotFoundException',
      `The image with imageId ${named} does not exist within the repository with name '${repositoryName}'`,
    );
  });
  return { imageDetails: wanted };
}

function batchGetImage(input: BatchGetImageRequest, request: ServiceRequest): object {
  const { repositoryName = '' } = input;
  const stored = imagesOf(repositoryName, request);
  const images = [];
  const failures = [];
  for (const imageId of input.imageIds ?? []) {
    const image = findImage(stored, repositoryName, imageId, request);
    if (image) images.push({ imageId: { ...imageId, imageDigest: image.digest }, imageManifest: manifest(image) });
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
  operations: {
    BatchGetImage: reads(batchGetImage),
    DescribeImages: reads(describeImages),
    DescribeRepositories: reads(describeRepositories),
  },
};
