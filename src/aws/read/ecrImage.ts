import type { ImageDetail } from '@aws-sdk/client-ecr';
import type { EcrImage } from '../../ecs/image.ts';
import type { Connection } from '../connection/connection.ts';

/** What ECR knows of an image of its own; undefined where the answer has none. Throws AwsError where there is no such image. */
export async function fetchEcrImage(
  connection: Connection,
  { registryId, repositoryName, tag, digest }: EcrImage,
  signal: AbortSignal,
): Promise<ImageDetail | undefined> {
  const imageIds = [digest ? { imageDigest: digest } : { imageTag: tag }];
  const input = { registryId, repositoryName, imageIds };
  const { imageDetails } = await connection.read('ecr', 'DescribeImages', input, signal);
  return imageDetails?.[0];
}
