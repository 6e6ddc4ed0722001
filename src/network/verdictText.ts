import * as l10n from '@vscode/l10n';
import { causeText } from './causeText.ts';
import { repairText } from './repairText.ts';
import { type Verdict } from './verdict.ts';

/** A verdict as it is told. */
export interface VerdictText {
  reachable: Verdict['reachable'];
  /** In one word: `ecr`, `logs`, `efs`, `loadBalancer` … */
  destination: string;
  /** One sentence: who, what, and why. */
  sentence: string;
  /** The smallest change that helps. */
  repair?: string | undefined;
  /** What may be otherwise. */
  notJudged: string[];
  subnetIds: readonly string[];
}

/** Verdicts in sentences: those that say the same of parts of one thing, such as ECR's, in one. */
export function verdictTexts(verdicts: readonly Verdict[]): VerdictText[] {
  const groups = new Map<string, [Verdict, ...Verdict[]]>();
  for (const verdict of verdicts) {
    const key = JSON.stringify([actionText(verdict), subjectText(verdict), verdict.reachable, withoutService(verdict)]);
    const known = groups.get(key);
    if (known) known.push(verdict);
    else groups.set(key, [verdict]);
  }
  return [...groups.values()].filter((group) => !isPartOfFailure(group[0], verdicts)).map((group) => textOf(group));
}

/** Whether something that goes well is only a part of what fails: without layers the manifest is of no use. */
function isPartOfFailure(verdict: Verdict, verdicts: readonly Verdict[]): boolean {
  if (verdict.reachable !== 'yes') return false;
  const action = actionText(verdict);
  return verdicts.some(
    (other) =>
      other.reachable !== 'yes' &&
      other.speaker === verdict.speaker &&
      actionText(other) === action &&
      other.subnetIds.some((id) => verdict.subnetIds.includes(id)),
  );
}

function withoutService({ cause, way }: Verdict): object {
  // What is open is open, and each way out that lacks is the same way.
  if (cause.code === 'noWayOut' || cause.code === 'ipv4Host') return { code: cause.code };
  return { ...cause, way: way?.kind };
}

function textOf(group: readonly [Verdict, ...Verdict[]]): VerdictText {
  const [first] = group;
  const services = [...new Set(group.flatMap(({ cause }) => (cause.code === 'noWayOut' ? (cause.service ?? []) : [])))];
  const cause = first.cause.code === 'open' ? wayText(first) : causeText(first.cause, services);
  return {
    reachable: first.reachable,
    destination: destinationWord(first),
    sentence: sentenceOf(first, cause),
    repair: first.reachable === 'yes' ? undefined : repairText(first, services),
    notJudged: [...new Set(group.flatMap(({ notJudged = [] }) => notJudged.map((one) => causeText(one))))],
    subnetIds: first.subnetIds,
  };
}

function destinationWord({ destination }: Verdict): string {
  switch (destination.kind) {
    case 'container':
      return 'loadBalancer';
    case 'fileSystem':
      return 'efs';
    case 'internet':
      return 'internet';
    case 'service':
      break;
  }
  switch (destination.purpose) {
    case 'registryAuth':
    case 'image':
      return 'ecr';
    case 'exec':
      return 'exec';
    case 'agent':
      return 'ecs';
    default:
      return destination.service;
  }
}

function sentenceOf(verdict: Verdict, cause: string): string {
  const [subject, action] = [subjectText(verdict), actionText(verdict)];
  switch (verdict.reachable) {
    case 'yes':
      return l10n.t('{0} can {1}: {2}', subject, action, cause);
    case 'no':
      return l10n.t('{0} cannot {1}: {2}', subject, action, cause);
    case 'unknown':
      return l10n.t('It is not known whether {0} can {1}: {2}', lower(subject), action, cause);
  }
}

function subjectText({ destination, speaker, subnetIds }: Verdict): string {
  if (destination.kind === 'container') {
    return destination.balancer
      ? l10n.t('Load balancer {0}', destination.balancer)
      : l10n.t('The load balancer of {0}', destination.targetGroupArn.split('/')[1] ?? destination.targetGroupArn);
  }
  return placeText(speaker, subnetIds);
}

function placeText(speaker: Verdict['speaker'], subnetIds: readonly string[]): string {
  if (subnetIds.length === 0) return speaker === 'instance' ? l10n.t('Instances') : l10n.t('Tasks');
  const subnets = subnetIds.join(', ');
  return speaker === 'instance' ? l10n.t('Instances in {0}', subnets) : l10n.t('Tasks in {0}', subnets);
}

/** What is to be done, as it stands behind “can”. */
function actionText(verdict: Verdict): string {
  const { destination } = verdict;
  const action = doneText(verdict);
  const region = destination.kind === 'service' ? destination.region : undefined;
  return region ? l10n.t('{0} in {1}', action, region) : action;
}

function doneText({ destination, speaker, subnetIds }: Verdict): string {
  switch (destination.kind) {
    case 'container': {
      const place = placeText(speaker, subnetIds);
      if (destination.port === 0) return l10n.t('reach {0} on the ports that Docker chooses', lower(place));
      return destination.isHealthCheck
        ? l10n.t('reach {0} on health-check port {1}', lower(place), String(destination.port))
        : l10n.t('reach {0} on port {1}', lower(place), String(destination.port));
    }
    case 'fileSystem':
      return l10n.t('mount {0}', destination.fileSystemId);
    case 'internet':
      return destination.purpose === 'image'
        ? l10n.t('pull from {0}', destination.host)
        : l10n.t('reach {0}', destination.host);
    case 'service':
      break;
  }
  switch (destination.purpose) {
    case 'registryAuth':
    case 'image':
      return l10n.t('pull from ECR');
    case 'environmentFile':
      return l10n.t('read environment files from S3');
    case 'logs':
      return l10n.t('write to CloudWatch Logs');
    case 'secrets':
      return destination.service === 'ssm'
        ? l10n.t('read parameters from Systems Manager')
        : l10n.t('read secrets from Secrets Manager');
    case 'exec':
      return l10n.t('be reached by ECS Exec');
    case 'agent':
      return l10n.t('talk to ECS');
    default:
      return l10n.t('reach {0}', destination.service);
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** By what it is reached. */
function wayText({ way }: Pick<Verdict, 'way'>): string {
  switch (way?.kind) {
    case 'internetGateway':
      return l10n.t('by a public address and {0}', way.id);
    case 'natGateway':
      return l10n.t('through {0}', way.id);
    case 'egressOnlyInternetGateway':
      return l10n.t('over IPv6 through {0}', way.id);
    case 'gatewayEndpoint':
    case 'interfaceEndpoint':
      return l10n.t('through endpoint {0}', way.id);
    case 'mountTarget':
      return l10n.t('by the mount target {0}', way.id);
    case 'fargate':
      return l10n.t('by a network of Fargate’s own');
    case 'elsewhere':
      return l10n.t('through {0}', way.id);
    case 'local':
    case undefined:
      return l10n.t('inside the VPC');
  }
}
