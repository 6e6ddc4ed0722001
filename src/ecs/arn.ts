/** Parts of an ARN. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  /** Everything after the account, e.g. `service/shop-prod-cluster/checkout`. */
  resource: string;
}

/** The parts of an ARN, or undefined for a text that is none. */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

/**
 * The ARN of a service, task or container instance with its cluster's name in it: those that were made before 2018 lack
 * it. Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
 */
export function longArn(arn: string, clusterArn: string): string {
  return arn.replace(/:(service|task|container-instance)\/([^/]+)$/, `:$1/${nameOfArn(clusterArn)}/$2`);
}

/** The last part of an ARN (`checkout`, a task's id, `checkout:7`), or the text itself where it is a bare name. */
export function nameOfArn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** The first eight characters of a task's id: enough to tell tasks apart, short enough to read. */
export function shortTaskId(taskArn: string): string {
  return nameOfArn(taskArn).slice(0, 8);
}

/** `family:revision` of a task-definition ARN. */
export function familyRevision(taskDefinitionArn: string): string {
  return nameOfArn(taskDefinitionArn);
}

/** The family of a task-definition ARN or of `family:revision`. */
export function familyOf(taskDefinition: string): string {
  return familyRevision(taskDefinition).replace(/:\d+$/, '');
}

/** The revision number of a task-definition ARN, or undefined when it names none. */
export function revisionOf(taskDefinition: string): number | undefined {
  const match = /:(\d+)$/.exec(taskDefinition);
  return match ? Number(match[1]) : undefined;
}
