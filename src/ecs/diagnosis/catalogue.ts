import type { Cause } from './cause.ts';
import { configurationCauses } from './causes/configuration.ts';
import { containerCauses } from './causes/container.ts';
import { exitCauses } from './causes/exit.ts';
import { imageCauses } from './causes/image.ts';
import { placementCauses } from './causes/placement.ts';
import { serviceCauses } from './causes/service.ts';
import { stoppedCauses } from './causes/stopped.ts';
import { storageCauses } from './causes/storage.ts';
import { waitingCauses } from './causes/waiting.ts';

/** Every cause that is known, the particular before the general. */
export const catalogue: readonly Cause[] = [
  ...imageCauses,
  ...configurationCauses,
  ...storageCauses,
  ...containerCauses,
  ...placementCauses,
  ...stoppedCauses,
  ...exitCauses,
  ...waitingCauses,
  ...serviceCauses,
];
