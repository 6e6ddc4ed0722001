import { HeadObjectCommand } from '@aws-sdk/client-s3';

export { S3Client } from '@aws-sdk/client-s3';

/** Every S3 operation that the product may call: none of them changes anything. */
export const s3Reads = {
  HeadObject: HeadObjectCommand,
};
