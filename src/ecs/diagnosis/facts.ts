import type { ContainerInstance, Service, ServiceDeployment, Task, TaskDefinition } from '@aws-sdk/client-ecs';

/** What somebody asks about. */
export type Subject = 'task' | 'service';

/** The last log lines of one container, oldest first. */
interface LogTail {
  container: string;
  lines: readonly string[];
}

/** A target group of a service, with what its health checks ask and what they found. */
export interface TargetGroupFacts {
  targetGroupArn: string;
  name: string;
  /** Of the health check: `/health`, `200-399`, `traffic-port`. */
  path?: string;
  matcher?: string;
  port?: string;
  targetType?: string;
  /** Whether a listener sends it anything. */
  isUsed: boolean;
  targets: readonly { id: string; state: string; reason?: string; description?: string }[];
}

/** Whether an image is in its repository, and for which platforms; undefined members are unknown. */
export interface ImageFacts {
  container: string;
  image: string;
  exists?: boolean;
  /** Such as `linux/arm64`. */
  platforms?: readonly string[];
}

/** Whether the task's network leads somewhere; undefined where that cannot be told. */
export interface ReachFacts {
  /** `ecr`, `logs`, `secretsmanager`, `ssm`, `s3`, `internet`, `efs` … */
  destination: string;
  isReachable?: boolean;
  /** The way, or what is in it, in one sentence. */
  reason: string;
  repair?: string;
}

/** The facts that are looked up only where they change the answer, by name. */
export interface LookedUpFacts {
  /** Other tasks of the service that have stopped, newest first. */
  stoppedTasks: readonly Task[];
  service: Service;
  record: ServiceDeployment;
  definition: TaskDefinition;
  logs: readonly LogTail[];
  targets: readonly TargetGroupFacts[];
  images: readonly ImageFacts[];
  /** What the two roles lack of what the task definition needs, in sentences. */
  roles: readonly string[];
  reach: readonly ReachFacts[];
  instances: readonly ContainerInstance[];
}

export type FactName = keyof LookedUpFacts;

/** A fact that may not be read, or could not be, and the operation that would have told. */
export interface Unread {
  fact: FactName;
  /** As IAM names it: `elasticloadbalancing:DescribeTargetHealth`. */
  action: string;
}

/** All that is known when somebody asks why. */
export interface Facts extends Partial<LookedUpFacts> {
  subject: Subject;
  /** Milliseconds. */
  now: number;
  task?: Task;
  /** The id of the deployment that is asked about. */
  deploymentId?: string;
  unread?: readonly Unread[];
}
