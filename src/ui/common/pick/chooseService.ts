import { type ServiceResource, resourceOf } from '../resource.ts';
import type { Workbench } from '../workbench.ts';
import { pickService } from './servicePicker.ts';

/** The service that a command was called on, or the one that the person picks. */
export async function chooseService(workbench: Workbench, argument: unknown, title: string): Promise<ServiceResource> {
  const given = resourceOf(argument);
  if (given?.kind === 'service') return given;
  return pickService(given?.connection ?? (await workbench.connections.active()), title);
}
