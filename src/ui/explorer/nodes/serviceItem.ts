import type { Service } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { familyRevision } from '../../../ecs/arn.ts';
import { lostTasksMinutes } from '../../../ecs/service/lostTasks.ts';
import { pausedState } from '../../../ecs/service/pausedCount.ts';
import {
  isTroubled,
  keepsFailing,
  lastEvent,
  type ServiceHealth,
  type ServiceStatus,
} from '../../../ecs/service/serviceStatus.ts';
import type { RowItem } from './node.ts';
import { minutesText, tasksText } from '../../common/countText.ts';

const looks: Record<ServiceHealth, { icon: string; color?: string }> = {
  steady: { icon: 'pass', color: 'testing.iconPassed' },
  deploying: { icon: 'sync', color: 'charts.blue' },
  scaling: { icon: 'sync', color: 'charts.blue' },
  rollingBack: { icon: 'discard', color: 'list.warningForeground' },
  failed: { icon: 'error', color: 'list.errorForeground' },
  short: { icon: 'warning', color: 'list.warningForeground' },
  stopped: { icon: 'circle-outline' },
  paused: { icon: 'debug-pause' },
  draining: { icon: 'circle-slash' },
};

interface ServiceAtAGlance {
  name: string;
  status: ServiceStatus;
  /** Known once the tasks have been read. */
  marks: { unhealthy: number; outdated: number };
  favourite: boolean;
  /** Whether one may open a shell in the tasks that it starts. */
  hasShell: boolean;
  /** False where only its name may be read. */
  isDescribed: boolean;
}

/** The row of a service. */
export function serviceItem(service: ServiceAtAGlance): RowItem {
  const { name, status, marks, favourite } = service;
  if (!service.isDescribed) {
    const description = l10n.t('not described');
    return { label: name, description, icon: 'question', spoken: `${name}, ${description}`, expandable: 'collapsed' };
  }
  const isFailing = keepsFailing(status);
  // Told by the icon, too: without colours a deployment whose tasks fail must not look like one that goes well.
  const isQuiet = status.health === 'steady' || status.health === 'deploying';
  const { icon, color } = looks[isQuiet && (isFailing || status.failedTasks > 0) ? 'short' : status.health];
  const facts = [
    stateText(status),
    isFailing && status.failedTasks === 0 ? l10n.t('tasks keep ending') : '',
    status.pending > 0 ? l10n.t('{0} pending', status.pending) : '',
    marks.unhealthy > 0 ? l10n.t('{0} unhealthy', marks.unhealthy) : '',
    marks.outdated > 0 ? l10n.t('{0} outdated', marks.outdated) : '',
  ].filter(Boolean);
  const counts = `${status.running}/${status.desired}`;
  const bad = status.failedTasks > 0 || marks.unhealthy > 0;
  return {
    label: name,
    description: [favourite ? `★ ${counts}` : counts, ...facts].join(' · '),
    icon,
    color: bad ? 'list.errorForeground' : color,
    spoken: [
      l10n.t('service {0}', name),
      l10n.t('{0} of {1} running', status.running, tasksText(status.desired)),
      ...facts,
    ].join(', '),
    // What is paused has stopped, too, for the menus.
    flags: [
      status.health === 'paused' ? 'stopped paused' : status.health,
      ...(isTroubled(status) || bad ? ['troubled'] : []),
      ...(service.hasShell ? ['shell'] : []),
      ...(favourite ? ['favourite'] : []),
    ],
    expandable: 'collapsed',
  };
}

/** What the row of a service leaves out. */
export function serviceTooltip(service: Service, status: ServiceStatus): string[] {
  const { taskDefinition = '', launchType, capacityProviderStrategy = [], serviceArn = '' } = service;
  const capacity = launchType ?? capacityProviderStrategy.map((item) => item.capacityProvider).join(', ');
  const paused = status.health === 'paused' ? pausedState(service) : undefined;
  const event = lastEvent(service);
  const at = service.events?.[0]?.createdAt;
  return [
    l10n.t('{0} running, {1} pending, {2} desired', status.running, status.pending, status.desired),
    l10n.t('Task definition {0}', familyRevision(taskDefinition)),
    ...(capacity ? [l10n.t('Capacity {0}', capacity)] : []),
    ...(paused ? [l10n.t('Paused: Resume Service starts {0} again', tasksText(paused.count))] : []),
    ...(status.failedTasks > 0 ? [l10n.t('{0} failed in a row', tasksText(status.failedTasks))] : []),
    ...(keepsFailing(status)
      ? [
          l10n.t(
            'At least {0} ended and were replaced in the last {1}',
            tasksText(status.lostTasks),
            minutesText(lostTasksMinutes),
          ),
        ]
      : []),
    ...(status.reason ? [status.reason] : []),
    ...(event ? [l10n.t('Last event: {0}', at ? `${at.toLocaleString()} ${event}` : event)] : []),
    serviceArn,
  ];
}

/** What the counts alone do not say. */
function stateText(status: ServiceStatus): string {
  switch (status.health) {
    case 'steady':
    case 'stopped':
      return '';
    case 'deploying':
      // What matters most comes first: a narrow view cuts off the rest.
      return status.failedTasks > 0 ? l10n.t('{0} failed, deploying', status.failedTasks) : l10n.t('deploying');
    case 'scaling':
      return status.running > status.desired ? l10n.t('scaling down') : l10n.t('scaling up');
    case 'rollingBack':
      return l10n.t('rolling back');
    case 'failed':
      return l10n.t('deployment failed');
    case 'short':
      return l10n.t('tasks missing');
    case 'paused':
      return l10n.t('paused');
    case 'draining':
      return l10n.t('draining');
  }
}
