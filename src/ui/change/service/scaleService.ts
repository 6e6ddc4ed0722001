import type { ScalableTarget } from '@aws-sdk/client-application-auto-scaling';
import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import { changeScaling } from '../../../aws/change/scaling.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import { tasksText } from '../../common/countText.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { carryOut } from '../../common/change/carryOut.ts';
import { askAndUpdate } from '../../deployments/startUpdate.ts';
import { fetchKnownScaling, type KnownScaling, scalingWarnings } from './autoScaling.ts';
import { chooseServiceToChange } from '../chooseServiceToChange.ts';
import { changedService } from '../../common/change/changedService.ts';
import { askCount } from '../../common/pick/countInput.ts';
import { followCounts } from './followCounts.ts';
import { pickOne } from '../../common/pick/pickOne.ts';
import { showInformation } from '../../common/messages.ts';

export const failure = (): string => l10n.t('The service was not scaled.');

const title = (): string => l10n.t('Scale Service');

/** Sets how many tasks a service runs, or between which numbers auto scaling moves it. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = await chooseServiceToChange(workbench, node, title());
  const { connection, clusterArn, serviceArn } = target;
  const [service, scaling] = await Promise.all([
    fetchService(connection, clusterArn, serviceArn),
    fetchKnownScaling(target),
  ]);
  assertScalable(service);
  const scalable = scaling === 'unknown' ? undefined : scaling.target;
  if (scalable && (await wantsLimits(scalable))) await setLimits(target, service, scalable);
  else await setCount(workbench, target, service, scaling);
}

/** Throws, in plain words, for a service that has no desired count of its own. */
export function assertScalable({ schedulingStrategy, serviceName = '' }: Service): void {
  if (schedulingStrategy !== 'DAEMON') return;
  throw new UserError(
    l10n.t(
      '{0} is a DAEMON service: it runs one task on each container instance and has no desired count.',
      serviceName,
    ),
  );
}

async function wantsLimits({ MinCapacity = 0, MaxCapacity = 0 }: ScalableTarget): Promise<boolean> {
  const count = { label: l10n.t('Desired count'), description: l10n.t('until auto scaling changes it') };
  const limits = {
    label: l10n.t('Minimum and maximum of auto scaling'),
    description: l10n.t('{0} to {1} now', MinCapacity, MaxCapacity),
  };
  const picked = await pickOne([count, limits], {
    title: title(),
    placeHolder: l10n.t('What to change'),
  });
  return picked === limits;
}

async function setCount(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  scaling: KnownScaling,
): Promise<void> {
  const { serviceName = '', desiredCount = 0 } = service;
  const desired = await askCount({ title: title(), prompt: l10n.t('Tasks of {0}', serviceName), value: desiredCount });
  const started = await askAndUpdate(workbench, target, service, {
    title: l10n.t('Scaling {0}', serviceName),
    ask: async (seen, between) => {
      const { desiredCount: before = 0 } = seen;
      if (desired === before) {
        void showInformation(l10n.t('{0} is already set to {1}.', serviceName, tasksText(before)));
        return undefined;
      }
      const consent = await confirmChange({
        connection: target.connection,
        operation: 'UpdateService',
        question: l10n.t('Scale {0} from {1} to {2}?', serviceName, before, tasksText(desired)),
        ...changedService(seen),
        changes: [
          l10n.t('Desired count: {0} → {1}', before, desired),
          ...(desired === 0 ? [l10n.t('The service then runs no task at all.')] : []),
          ...scalingWarnings(scaling, desired),
        ],
        between,
        action: l10n.t('Scale'),
      });
      return { consent, update: { desiredCount: desired } };
    },
  });
  if (started) void followCounts(workbench, { target, serviceName, desired });
}

async function setLimits(target: ServiceResource, service: Service, scalable: ScalableTarget): Promise<void> {
  const { serviceName = '' } = service;
  const { MinCapacity = 0, MaxCapacity = 0 } = scalable;
  const ask = (prompt: string, value: number, least: number) => askCount({ title: title(), prompt, value, least });
  const minimum = await ask(l10n.t('Fewest tasks of {0}', serviceName), MinCapacity, 0);
  const maximum = await ask(l10n.t('Most tasks of {0}', serviceName), Math.max(minimum, MaxCapacity), minimum);
  const { connection } = target;
  const consent = await confirmChange({
    connection,
    operation: 'RegisterScalableTarget',
    question: l10n.t('Let auto scaling move {0} between {1} and {2}?', serviceName, minimum, tasksText(maximum)),
    ...changedService(service),
    changes: [
      l10n.t('Minimum: {0} → {1}', MinCapacity, minimum),
      l10n.t('Maximum: {0} → {1}', MaxCapacity, maximum),
      l10n.t('Desired count now: {0}', service.desiredCount ?? 0),
    ],
    action: l10n.t('Change Limits'),
  });
  await carryOut(connection, l10n.t('Changing the limits of {0}', serviceName), (session, signal) =>
    changeScaling(session, target, { minimum, maximum }, consent, signal),
  );
  void showInformation(
    l10n.t('Auto scaling now keeps {0} between {1} and {2}.', serviceName, minimum, tasksText(maximum)),
  );
}
