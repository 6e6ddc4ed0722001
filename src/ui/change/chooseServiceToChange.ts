import { nameOfArn } from '../../ecs/arn.ts';
import { chooseService } from '../common/pick/chooseService.ts';
import type { ServiceResource } from '../common/resource.ts';
import type { Workbench } from '../common/workbench.ts';
import { assertMayChange } from '../common/change/confirmChange.ts';

/** The service that a change was called on, or that the person picks, unless the production guard makes it read-only. */
export async function chooseServiceToChange(
  workbench: Workbench,
  argument: unknown,
  title: string,
): Promise<ServiceResource> {
  const target = await chooseService(workbench, argument, title);
  await assertMayChange(target.connection, nameOfArn(target.clusterArn));
  return target;
}
