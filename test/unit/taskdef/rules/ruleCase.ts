import type { CheckContext } from '../../../../src/taskdef/rule/checkContext.ts';
import type { FileKind } from '../../../../src/taskdef/document/recognise.ts';
import type { Severity } from '../../../../src/taskdef/rule/finding.ts';

/** A file as an object, or as text where its writing matters. */
export type FileContent = object | string;

/** One rule at work: a file that breaks it and one that is nearly the same and does not. */
export interface RuleCase {
  rule: string;
  /** What this case is about, when a rule has several. */
  about?: string;
  breaks: FileContent;
  /** Where the finding stands: the text it marks, as it is in the file. */
  at: string;
  /** What the message says. */
  says: RegExp;
  holds: FileContent;
  severity?: Severity;
  /** What its first fix makes of the marked place; `true` when only that the finding is gone matters, `false` when there is no fix. */
  fix?: RegExp | boolean;
  context?: CheckContext;
  kind?: FileKind;
}

/** A task definition for Fargate that no rule objects to, with changes on the task level. */
export function fargate(changes: object = {}): object {
  return { ...base, ...changes };
}

/** The same with changes in its only container. */
export function fargateContainer(changes: object, taskChanges: object = {}): object {
  return fargate({ containerDefinitions: [{ ...container, ...changes }], ...taskChanges });
}

/** A task definition for EC2 that no rule objects to, with changes on the task level. */
export function ec2(changes: object = {}): object {
  return {
    family: 'shop',
    requiresCompatibilities: ['EC2'],
    networkMode: 'bridge',
    executionRoleArn: role('ecsTaskExecutionRole'),
    taskRoleArn: role('shop'),
    containerDefinitions: [{ ...container, memory: 256 }],
    ...changes,
  };
}

/** The same with changes in its only container. */
export function ec2Container(changes: object, taskChanges: object = {}): object {
  return ec2({ containerDefinitions: [{ ...container, memory: 256, ...changes }], ...taskChanges });
}

/** A second container. */
export function sidecar(changes: object = {}): object {
  return { ...container, name: 'sidecar', essential: false, portMappings: [], ...changes };
}

export function role(name: string): string {
  return `arn:aws:iam::123456789012:role/${name}`;
}

/** A member set to undefined is left out of the file, which is how a case drops one. */
export const container = {
  name: 'web',
  image: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/web:1.4.2',
  essential: true,
  user: '1000',
  readonlyRootFilesystem: true,
  linuxParameters: { initProcessEnabled: true, tmpfs: [{ containerPath: '/tmp', size: 64 }] },
  portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-central-1', 'awslogs-stream-prefix': 'ecs' },
  },
};

const base = {
  family: 'shop',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
  executionRoleArn: role('ecsTaskExecutionRole'),
  taskRoleArn: role('shop'),
  containerDefinitions: [container],
};

/** A case in one line: rule, file that breaks it, marked place, words of the message, file that does not, what its fix makes. */
export function ruleCase(
  rule: string,
  breaks: FileContent,
  at: string,
  says: RegExp,
  holds: FileContent,
  more: Partial<RuleCase> = {},
): RuleCase {
  return { rule, breaks, at, says, holds, ...more };
}
