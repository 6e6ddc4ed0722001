import type { TaskDefinition } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../taskdef/document/document.ts';
import { Fields, type Value } from '../taskdef/document/fields.ts';
import type { Range } from '../taskdef/document/range.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { AwsError } from '../aws/errors.ts';
import { fetchLatestRevision } from '../aws/read/taskDefinitions.ts';
import { type AccountFinding, isMissing, notChecked, type VerifyContext } from './accountFinding.ts';

/** Holds a service-definition file against the account: its task definition, whether the network fits it, its target groups. */
export async function verifyServiceFile(
  connection: Connection,
  document: SourceDocument,
  { signal }: VerifyContext,
): Promise<AccountFinding[]> {
  const fields = new Fields(document, { node: document.root, missing: false });
  const name = fields.str('taskDefinition');
  if (name.value === undefined || !name.node) return [];
  const described = await fetchLatestRevision(connection, name.value, signal);
  if (!described) {
    const message = l10n.t('There is no task definition {0}: register it, or correct the name.', name.value);
    return [{ at: name.node, severity: 'error', message }];
  }
  const { taskDefinition } = described;
  const balancers = fields.list('loadBalancers').fields();
  const groups = await Promise.all(
    balancers.map((balancer) => verifyBalancer(connection, balancer, taskDefinition, signal)),
  );
  return [...verifyNetwork(fields, name.node, taskDefinition), ...groups.flat()];
}

/** Under awsvpc a service has to name subnets, under any other mode it may not. */
function verifyNetwork(fields: Fields, at: Range, { networkMode }: TaskDefinition): AccountFinding[] {
  const network = fields.fields('networkConfiguration');
  const awsvpc = networkMode === 'awsvpc';
  if (awsvpc && network.missing) {
    const message = l10n.t('The task definition uses awsvpc: add networkConfiguration with subnets.');
    return [{ at, severity: 'error', message }];
  }
  if (awsvpc || !network.node) return [];
  const message = l10n.t(
    'The task definition uses network mode {0}, which takes no networkConfiguration: remove it, or use awsvpc.',
    networkMode ?? 'bridge',
  );
  return [{ at: network.node, severity: 'error', message }];
}

async function verifyBalancer(
  connection: Connection,
  balancer: Fields,
  definition: TaskDefinition,
  signal: AbortSignal,
): Promise<AccountFinding[]> {
  const group = balancer.str('targetGroupArn');
  const [found, container] = [await verifyGroup(connection, group, definition, signal), balancer.str('containerName')];
  const names = (definition.containerDefinitions ?? []).map(({ name }) => name);
  if (container.value === undefined || !container.node || names.includes(container.value)) return found;
  const message = l10n.t('The task definition has no container {0}.', container.value);
  return [...found, { at: container.node, severity: 'error', message }];
}

/** Tasks with a network interface of their own are registered by address, others by their instance. */
async function verifyGroup(
  connection: Connection,
  { value: arn, node: at }: Value<string>,
  { networkMode }: TaskDefinition,
  signal: AbortSignal,
): Promise<AccountFinding[]> {
  if (arn === undefined || !at) return [];
  try {
    const input = { TargetGroupArns: [arn] };
    const answer = await connection.read('elasticloadbalancing', 'DescribeTargetGroups', input, signal);
    const type = answer.TargetGroups?.[0]?.TargetType;
    if (networkMode !== 'awsvpc' || type === 'ip') return [];
    const message = l10n.t('awsvpc tasks need a target group of type ip, this one is of type {0}.', type ?? '');
    return [{ at, severity: 'error', message }];
  } catch (error) {
    if (isMissing(error)) return [{ at, severity: 'error', message: l10n.t('There is no such target group.') }];
    if (error instanceof AwsError) return [{ at, ...notChecked(error) }];
    throw error;
  }
}
