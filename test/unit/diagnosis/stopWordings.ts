import type { Task } from '@aws-sdk/client-ecs';

/** A stopped task as ECS tells it. */
export interface Wording {
  cause: string;
  task: Task;
}

const start = (cause: string, stoppedReason: string): Wording => ({
  cause,
  task: { lastStatus: 'STOPPED', stopCode: 'TaskFailedToStart', stoppedReason },
});
/** On EC2 the words stand on the container. */
const onInstance = (cause: string, reason: string): Wording => ({
  cause,
  task: {
    lastStatus: 'STOPPED',
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'Task failed to start',
    containers: [{ name: 'api', image: 'registry.example.com/api:4', reason }],
  },
});
const exited = (cause: string, ...codes: (number | [number, string])[]): Wording => ({
  cause,
  task: {
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: codes.map((code, index) => ({
      name: ['api', 'proxy', 'agent'][index]!,
      exitCode: typeof code === 'number' ? code : code[0],
      ...(typeof code === 'number' ? {} : { reason: code[1] }),
    })),
  },
});
const scheduled = (cause: string, stoppedReason: string): Wording => ({
  cause,
  task: {
    lastStatus: 'STOPPED',
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason,
    containers: [{ name: 'api', exitCode: 137 }],
  },
});

const secretArn = 'arn:aws:secretsmanager:eu-north-1:210987654321:secret:orders/db-Ab12Cd';
const user = 'User: arn:aws:sts::210987654321:assumed-role/ordersExecution/8c1 is not authorized to perform';
const init = 'ResourceInitializationError: unable to pull secrets or registry auth:';
const retrieving = 'execution resource retrieval failed: unable to retrieve';

/** What ECS and its agents have written over the years, with what it means. */
export const wordings: readonly Wording[] = [
  // Images.
  start(
    'image-not-found',
    'CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref docker.io/acme/orders:12: not found',
  ),
  start(
    'image-not-found',
    'CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref "210987654321.dkr.ecr.eu-north-1.amazonaws.com/orders:12": 210987654321.dkr.ecr.eu-north-1.amazonaws.com/orders:12: not found',
  ),
  onInstance(
    'image-not-found',
    'CannotPullContainerError: Error response from daemon: manifest for 210987654321.dkr.ecr.eu-north-1.amazonaws.com/orders:12 not found: manifest unknown: Requested image not found',
  ),
  onInstance(
    'image-not-found',
    'CannotPullImageManifestError: The task can’t pull the image. Check whether the image exists. Error response from daemon: manifest unknown: Requested image not found',
  ),
  onInstance(
    'image-not-found',
    'CannotPullContainerError: API error (404): repository acme/orders not found: does not exist or no pull access',
  ),
  start(
    'image-platform',
    "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/arm64'",
  ),
  onInstance(
    'image-platform',
    'CannotPullContainerError: Error response from daemon: no matching manifest for linux/amd64 in the manifest list entries',
  ),
  start(
    'image-denied',
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/orders:12: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  ),
  onInstance(
    'image-denied',
    "CannotPullContainerError: Error response from daemon: pull access denied for orders, repository does not exist or may require 'docker login'",
  ),
  onInstance(
    'image-denied',
    'CannotPullContainerError: Error response from daemon: Get https://registry.example.com/v2/orders/manifests/12: no basic auth credentials',
  ),
  onInstance(
    'image-no-permission',
    'CannotPullContainerError: The task can’t pull the image. Check that the role has the permissions to pull images from the registry. Error response from daemon: denied',
  ),
  start(
    'image-no-permission',
    `${init} ${retrieving} ecr registry auth: service call has been retried 1 time(s): operation error ECR: GetAuthorizationToken, https response error StatusCode: 400, api error AccessDeniedException: ${user}: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows it`,
  ),
  onInstance(
    'image-no-permission',
    `CannotPullECRContainerError: AccessDeniedException: ${user}: ecr:GetAuthorizationToken on resource: * status code: 400`,
  ),
  start(
    'image-rate-limit',
    'CannotPullContainerError: inspect image has been retried 5 time(s): httpReaderSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/nginx/manifests/1: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.',
  ),
  onInstance(
    'image-rate-limit',
    'CannotPullContainerError: Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit.',
  ),
  start(
    'image-layers-forbidden',
    'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReaderSeeker: failed open: unexpected status code https://prod-eu-north-1-starport-layer-bucket.s3.eu-north-1.amazonaws.com/a: 403 Forbidden',
  ),
  start(
    'image-unreachable',
    'CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref docker.io/library/nginx:1: failed to do request: Head "https://registry-1.docker.io/v2/library/nginx/manifests/1": dial tcp 3.2.1.4:443: i/o timeout',
  ),
  onInstance(
    'image-unreachable',
    'CannotPullContainerError: API error (500): Get https://210987654321.dkr.ecr.eu-north-1.amazonaws.com/v2/: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
  ),
  onInstance(
    'image-unreachable',
    'CannotPullContainerError: The task can’t pull the image. Check your network configuration. Error response from daemon: Get "https://210987654321.dkr.ecr.eu-north-1.amazonaws.com/v2/": context deadline exceeded',
  ),
  start(
    'image-unreachable',
    "CannotPullContainerError: The task cannot pull '210987654321.dkr.ecr.eu-north-1.amazonaws.com/orders:12' from the Amazon ECR repository '210987654321.dkr.ecr.eu-north-1.amazonaws.com/orders'. There is a connection issue between the task and Amazon ECR. Check your task network configuration.",
  ),
  start(
    'image-unreachable',
    `${init} The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3`,
  ),
  start(
    'image-unreachable',
    `${init} ${retrieving} ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post https://api.ecr.eu-north-1....`,
  ),
  start(
    'image-unreachable',
    `${init} ${retrieving} ecr registry auth: service call has been retried 1 time(s): RequestError: send request failed caused by: Post "https://api.ecr.eu-north-1.amazonaws.com/": dial tcp 10.1.2.3:443: i/o timeout`,
  ),
  start(
    'disk-full',
    'CannotPullContainerError: ref pull has been retried 1 time(s): failed to extract layer sha256:1a: write /var/lib/containerd/a: no space left on device: unknown',
  ),
  onInstance('disk-full', 'CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob1: no space left on device'),
  // Secrets and parameters.
  start(
    'secret-no-permission',
    `${init} ${retrieving} secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secretArn} from secrets manager: AccessDeniedException: ${user}: secretsmanager:GetSecretValue on resource: ${secretArn}`,
  ),
  start(
    'secret-no-permission',
    `Fetching secret data from AWS Secrets Manager in region eu-north-1: secret ${secretArn}: AccessDeniedException: ${user}: secretsmanager:GetSecretValue status code: 400`,
  ),
  start(
    'secret-not-found',
    `${init} ${retrieving} secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secretArn} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
  ),
  start(
    'secret-not-found',
    `ResourceNotFoundException: The task can't retrieve the secret with ARN '${secretArn}' from AWS Secrets Manager. Check whether the secret exists in the specified Region`,
  ),
  start(
    'secret-key-missing',
    `${init} ${retrieving} secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key DB_PASSWORD`,
  ),
  start(
    'secret-unreachable',
    `${init} unable to retrieve secrets from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration.`,
  ),
  start(
    'secret-unreachable',
    `${init} ${retrieving} secret from asm: service call has been retried 5 time(s): failed to fetch secret ${secretArn} from secrets manager: RequestCanceled: request context canceled caused by: context deadline exceeded`,
  ),
  start(
    'key-no-permission',
    `${init} ${retrieving} secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secretArn} from secrets manager: AccessDeniedException: Access to KMS is not allowed`,
  ),
  start(
    'key-no-permission',
    `${init} ${retrieving} secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: ${user}: kms:Decrypt on resource: arn:aws:kms:eu-north-1:210987654321:key/1`,
  ),
  start(
    'parameter-no-permission',
    `${init} ${retrieving} secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: ${user}: ssm:GetParameters on resource: arn:aws:ssm:eu-north-1:210987654321:parameter/orders/db`,
  ),
  start(
    'parameter-not-found',
    `${init} ${retrieving} secrets from ssm: service call has been retried 1 time(s): invalid ssm parameters: /orders/db`,
  ),
  start(
    'parameter-unreachable',
    `${init} ${retrieving} secrets from ssm: service call has been retried 5 time(s): RequestCanceled: request context canceled caused by: context deadline exceeded. Please check your task network configuration.`,
  ),
  start(
    'parameter-throttled',
    `${init} ${retrieving} secrets from ssm: service call has been retried 1 time(s): ThrottlingException: Rate exceeded status code: 400`,
  ),
  // Logs.
  start(
    'log-group-missing',
    'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, ResourceNotFoundException: The specified log group does not exist. : exit status 1',
  ),
  onInstance(
    'log-group-missing',
    'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
  ),
  start(
    'logs-no-permission',
    `ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log group: AccessDeniedException: ${user}: logs:CreateLogGroup on resource: * : exit status 1`,
  ),
  onInstance(
    'logs-no-permission',
    `CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: AccessDeniedException: ${user}: logs:CreateLogStream`,
  ),
  start(
    'logs-unreachable',
    'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration. : signal: killed',
  ),
  start(
    'logs-unreachable',
    'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: RequestError: send request failed caused by: Post "https://logs.eu-north-1.amazonaws.com/": dial tcp: i/o timeout',
  ),
  // Environment files and file systems.
  start(
    'environment-file-denied',
    'ResourceInitializationError: failed to download env files: service call has been retried 1 time(s): operation error S3: HeadObject, https response error StatusCode: 403, api error Forbidden: Forbidden',
  ),
  start(
    'environment-file-not-found',
    'ResourceInitializationError: failed to download env files: file download command: non empty error stream: NotFound: Not Found status code: 404',
  ),
  start(
    'environment-file-unreachable',
    'ResourceInitializationError: failed to download env files: service call has been retried 5 time(s): RequestError: send request failed caused by: Head "https://orders.s3.eu-north-1.amazonaws.com/prod.env": dial tcp: i/o timeout',
  ),
  start(
    'efs-unreachable',
    "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: Connection timed out' : unsuccessful EFS utils command execution; code: 32",
  ),
  start(
    'efs-unresolved',
    'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-0ab12cd34.efs.eu-north-1.amazonaws.com" - check that your file system ID is correct. : unsuccessful EFS utils command execution; code: 1',
  ),
  start(
    'efs-no-directory',
    "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: mounting fs-0ab12cd34.efs.eu-north-1.amazonaws.com:/data failed, reason given by server: No such file or directory' : unsuccessful EFS utils command execution; code: 32",
  ),
  start(
    'efs-denied',
    "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: access denied by server while mounting 127.0.0.1:/' : unsuccessful EFS utils command execution; code: 32",
  ),
  // The program.
  start(
    'program-not-found',
    'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "npm start": executable file not found in $PATH: unknown',
  ),
  onInstance(
    'program-not-found',
    'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "gunicorn": executable file not found in $PATH: unknown',
  ),
  start(
    'program-missing-at-path',
    'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: OCI runtime create failed: container_linux.go:370: starting container process caused: exec: "/srv/bin/start.sh": stat /srv/bin/start.sh: no such file or directory',
  ),
  onInstance(
    'program-not-executable',
    'CannotStartContainerError: Error response from daemon: OCI runtime create failed: starting container process caused: exec: "/srv/start.sh": permission denied: unknown',
  ),
  onInstance(
    'host-port-taken',
    'CannotStartContainerError: Error response from daemon: driver failed programming external connectivity on endpoint ecs-orders-3: Bind for 0.0.0.0:8080 failed: port is already allocated',
  ),
  onInstance(
    'host-port-taken',
    'CannotStartContainerError: Error response from daemon: driver failed programming external connectivity: Error starting userland proxy: listen tcp 0.0.0.0:80: bind: address already in use',
  ),
  onInstance('host-slow', 'DockerTimeoutError: Could not transition to created; timed out after waiting 4m0s'),
  start(
    'host-slow',
    'ContainerRuntimeTimeoutError: Could not transition to running; timed out after waiting 1m: CannotStartContainerError: context deadline exceeded',
  ),
  onInstance(
    'user-not-found',
    'CannotStartContainerError: Error response from daemon: unable to find user orders: no matching entries in passwd file',
  ),
  // Placement.
  start(
    'no-network-interface',
    "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-0ab12cd34': InsufficientFreeAddressesInSubnet",
  ),
  start('no-interface-slot', 'Unable to attach network interface to unused device index'),
  start('aws-slow', 'Timeout waiting for network interface provisioning to complete.'),
  start('aws-slow', 'Timeout waiting for EphemeralStorage provisioning to complete.'),
  start('no-room', 'TaskFailedToStart: RESOURCE:MEMORY'),
  start('no-free-host-port', 'TaskFailedToStart: RESOURCE:PORTS'),
  start('no-instances', 'TaskFailedToStart: NO ACTIVE INSTANCES'),
  start('no-instances', 'TaskFailedToStart: EMPTY CAPACITY PROVIDER'),
  start('agent-disconnected', 'TaskFailedToStart: AGENT'),
  start('constraint-unmet', 'MemberOf placement constraint unsatisfied'),
  start('constraint-unmet', 'TaskFailedToStart: ATTRIBUTE'),
  start(
    'capacity-unavailable',
    'Capacity is unavailable at this time. Please try again later or in a different availability zone',
  ),
  start(
    'role-not-assumable',
    "ECS was unable to assume the role 'arn:aws:iam::210987654321:role/ordersTask' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions",
  ),
  start('dependency-not-ready', 'Task failed to start'),
  // Stopped while running.
  scheduled(
    'load-balancer-unhealthy',
    'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-north-1:210987654321:targetgroup/orders/0a1b)',
  ),
  scheduled('container-unhealthy', 'Task failed container health checks'),
  scheduled('scaled-in', 'Scaling activity initiated by (deployment ecs-svc/8419115625193919142)'),
  scheduled('maintenance', 'ECS is performing maintenance on the underlying infrastructure hosting the task'),
  scheduled('host-draining', 'Task stopped: container instance is in DRAINING state'),
  {
    cause: 'spot-interruption',
    task: { lastStatus: 'STOPPED', stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' },
  },
  {
    cause: 'host-gone',
    task: {
      lastStatus: 'STOPPED',
      stopCode: 'TerminationNotice',
      stoppedReason: 'Host EC2 (instance i-0ab12cd34ef567890) terminated.',
    },
  },
  {
    cause: 'stopped-by-request',
    task: {
      lastStatus: 'STOPPED',
      stopCode: 'UserInitiated',
      stoppedReason: 'Task stopped by user',
      containers: [{ name: 'api', exitCode: 143 }],
    },
  },
  {
    cause: 'stopped-by-request',
    task: {
      lastStatus: 'STOPPED',
      stopCode: 'UserInitiated',
      stoppedReason: 'nightly clean-up',
      containers: [{ name: 'api', exitCode: 137 }],
    },
  },
  // Ended by themselves.
  exited('out-of-memory', [137, 'OutOfMemoryError: Container killed due to memory usage'], 143),
  exited('out-of-memory', [137, 'OutOfMemoryError: container killed due to memory usage']),
  exited('killed', 137),
  exited('terminated', 143),
  exited('exit-139', 139),
  exited('exit-127', 127),
  exited('exit-126', 126),
  exited('application-error', 1),
  exited('application-error', 3, 143),
  exited('application-error', 0, 2),
  exited('ended-well', 0),
  exited('ended-well', 0, 137),
  exited('ended-well', 0, 137, 143),
];
