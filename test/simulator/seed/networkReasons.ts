interface Place {
  region: string;
  account: string;
  image: string;
  fileSystem: string;
}

const timeout = 'dial tcp 52.119.241.10:443: i/o timeout';

/** What ECS says on Fargate of a task that does not reach what it needs, by what that is. */
export const networkReasons = {
  registryAuth: ({ region }: Place) =>
    `ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post "https://api.ecr.${region}.amazonaws.com/": ${timeout}`,
  manifest: ({ image }: Place) =>
    `CannotPullContainerError: The task cannot pull ${image} from the registry ${image.split(':')[0]}. There is a connection issue between the task and the registry. Check your task network configuration. : failed to resolve ref ${image}: failed to do request: Head "https://${image.split('/')[0]}/v2/network/app/manifests/1": ${timeout}`,
  layers: ({ region }: Place) =>
    `CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://prod-${region}-starport-layer-bucket.s3.${region}.amazonaws.com/0a1b2c": dial tcp 52.218.96.10:443: i/o timeout`,
  layersForbidden: ({ region }: Place) =>
    `CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: unexpected status code https://prod-${region}-starport-layer-bucket.s3.${region}.amazonaws.com/0a1b2c: 403 Forbidden`,
  logs: () =>
    'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration. : signal: killed',
  secret: ({ region, account }: Place) =>
    `ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to fetch secret arn:aws:secretsmanager:${region}:${account}:secret:network-AbCdEf from secrets manager: RequestCanceled: request context canceled caused by: context deadline exceeded`,
  mountTarget: ({ region, fileSystem }: Place) =>
    `ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "${fileSystem}.efs.${region}.amazonaws.com" - check that your file system ID is correct, and ensure that the VPC has an EFS mount target for this file system ID. : unsuccessful EFS utils command execution; code: 1`,
  mount: () =>
    "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: Connection timed out' : unsuccessful EFS utils command execution; code: 32",
  noAddress: () =>
    'Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet: InsufficientFreeAddressesInSubnet',
} as const satisfies Record<string, (place: Place) => string>;
