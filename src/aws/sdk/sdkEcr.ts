import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  GetDownloadUrlForLayerCommand,
} from '@aws-sdk/client-ecr';

export { ECRClient } from '@aws-sdk/client-ecr';

/** Every ECR operation that the product may call: none of them changes anything. */
export const ecrReads = {
  BatchGetImage: BatchGetImageCommand,
  DescribeImages: DescribeImagesCommand,
  DescribeRepositories: DescribeRepositoriesCommand,
  GetDownloadUrlForLayer: GetDownloadUrlForLayerCommand,
};
