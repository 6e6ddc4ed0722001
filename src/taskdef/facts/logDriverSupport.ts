import * as l10n from '@vscode/l10n';
import type { LaunchType } from '../document/siblingFacts.ts';
import type { Task } from '../document/task.ts';

/** Log drivers that a launch type takes; those of EC2 and EXTERNAL depend on the agent. */
const supported: Partial<Record<LaunchType, readonly string[]>> = {
  FARGATE: ['awslogs', 'splunk', 'awsfirelens'],
  MANAGED_INSTANCES: ['awslogs', 'splunk', 'awsfirelens', 'json-file'],
};

/** Launch type that does not take the driver, with what it takes; undefined when all take it. */
export function unsupportedDriver(
  task: Pick<Task, 'launch'>,
  driver: string,
): { type: LaunchType; drivers: readonly string[]; likely: boolean } | undefined {
  for (const [type, drivers] of Object.entries(supported) as [LaunchType, readonly string[]][]) {
    const certainty = task.launch(type);
    if ((certainty === 'yes' || certainty === 'likely') && !drivers.includes(driver))
      return { type, drivers, likely: certainty === 'likely' };
  }
  return undefined;
}

/** A short word on why a driver is refused, for completion. */
export function driverRefusal(task: Pick<Task, 'launch'>, driver: string): string | undefined {
  const found = unsupportedDriver(task, driver);
  return found && l10n.t('not with {0}', found.type);
}
