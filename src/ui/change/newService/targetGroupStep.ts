import { l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { askPick, type Choice, type Place, type Step } from '../../common/pick/steps.ts';
import type { ServiceDraft } from './serviceDraft.ts';

/** Asks for a target group where a container has a port; skipped where none has. */
export async function pickTargetGroup(connection: Connection, draft: ServiceDraft, place: Place): ReturnType<Step> {
  const ports = (draft.taskDefinition?.containerDefinitions ?? []).flatMap(({ name, portMappings = [] }) =>
    portMappings.flatMap(({ containerPort }) => (containerPort === undefined ? [] : [{ name, containerPort }])),
  );
  const [port] = ports;
  if (!port) return 'skipped';
  const none: Choice<string | undefined> = { label: l10n.t('No load balancer'), value: undefined };
  const items = fetchTargetGroups(connection).then((groups) => [none, ...groups]);
  const placeholder = l10n.t('Target group for port {0} of {1}', port.containerPort, port.name ?? '');
  return askPick(place, placeholder, items, (targetGroupArn) => {
    const { name: containerName, containerPort } = port;
    draft.loadBalancer = targetGroupArn ? { targetGroupArn, containerName, containerPort } : undefined;
  });
}

/** Target groups of the account; none where they may not be read, for a service can do without. */
async function fetchTargetGroups(connection: Connection): Promise<Choice<string | undefined>[]> {
  try {
    const { TargetGroups = [] } = await connection.read('elasticloadbalancing', 'DescribeTargetGroups', {});
    return TargetGroups.map(({ TargetGroupName = '', TargetGroupArn, Protocol, Port, TargetType, VpcId }) => ({
      label: TargetGroupName,
      description: [Protocol, Port, TargetType, VpcId].filter(Boolean).join(' · '),
      value: TargetGroupArn,
    }));
  } catch {
    return [];
  }
}
