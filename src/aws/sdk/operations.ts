import type { autoScalingChanges, autoScalingReads } from './sdkAutoScaling.ts';
import type { ec2Reads } from './sdkEc2.ts';
import type { ecrReads } from './sdkEcr.ts';
import type { ecsChanges, ecsReads } from './sdkEcs.ts';
import type { efsReads } from './sdkEfs.ts';
import type { iamReads } from './sdkIam.ts';
import type { loadBalancingReads } from './sdkLoadBalancing.ts';
import type { logsReads } from './sdkLogs.ts';
import type { s3Reads } from './sdkS3.ts';
import type { secretsReads } from './sdkSecrets.ts';
import type { ssmReads } from './sdkSsm.ts';
import type { stsReads } from './sdkSts.ts';

/** A constructor of an SDK command. */
type CommandClass = new (input: never) => object;
type InputOf<C extends CommandClass> = ConstructorParameters<C>[0];
/** `resolveMiddleware` is the one member of an SDK command whose type names its output. */
type OutputOf<C extends CommandClass> =
  InstanceType<C> extends {
    resolveMiddleware: (...args: never[]) => (...args: never[]) => Promise<{ output: infer O extends object }>;
  }
    ? O
    : never;

type Signatures<T extends Record<string, CommandClass>> = {
  [K in keyof T]: { input: InputOf<T[K]>; output: OutputOf<T[K]> };
};

/** Operations that only read, by service (its name is that of its IAM actions), with the SDK's own input and output types. */
export interface Reads {
  'application-autoscaling': Signatures<typeof autoScalingReads>;
  ec2: Signatures<typeof ec2Reads>;
  ecr: Signatures<typeof ecrReads>;
  ecs: Signatures<typeof ecsReads>;
  elasticfilesystem: Signatures<typeof efsReads>;
  elasticloadbalancing: Signatures<typeof loadBalancingReads>;
  iam: Signatures<typeof iamReads>;
  logs: Signatures<typeof logsReads>;
  s3: Signatures<typeof s3Reads>;
  secretsmanager: Signatures<typeof secretsReads>;
  ssm: Signatures<typeof ssmReads>;
  sts: Signatures<typeof stsReads>;
}

/** Operations that change an account, by service. */
export interface Changes {
  ecs: Signatures<typeof ecsChanges>;
  'application-autoscaling': Signatures<typeof autoScalingChanges>;
}

export type ServiceName = keyof Reads;
export type ReadName<S extends ServiceName> = keyof Reads[S] & string;
export type ChangeService = keyof Changes;
/** All changes in one: no two services have an operation of the same name here. */
export type Change = Changes['ecs'] & Changes['application-autoscaling'];
export type ChangeName = keyof Change;

/** Whatever sends an operation that only reads: a connection. Throws AwsError. */
export interface Reader {
  read<S extends ServiceName, N extends ReadName<S>>(
    service: S,
    operation: N,
    input: Reads[S][N] extends { input: infer I } ? I : never,
    signal?: AbortSignal,
  ): Promise<Reads[S][N] extends { output: infer O } ? O : never>;
}

/** The service that carries a change out. */
export function serviceOfChange(operation: ChangeName): ChangeService {
  return operation === 'RegisterScalableTarget' ? 'application-autoscaling' : 'ecs';
}
