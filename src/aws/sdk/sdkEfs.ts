import { DescribeAccessPointsCommand, DescribeFileSystemsCommand } from '@aws-sdk/client-efs';

export { EFSClient } from '@aws-sdk/client-efs';

/** Every EFS operation that the product may call: none of them changes anything. */
export const efsReads = {
  DescribeAccessPoints: DescribeAccessPointsCommand,
  DescribeFileSystems: DescribeFileSystemsCommand,
};
