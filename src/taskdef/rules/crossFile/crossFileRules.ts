import type { Rule } from '../../rule/rule.ts';
import { pipelineImage } from './pipelineImage.ts';
import { renderedContainer } from './renderedContainer.ts';
import { serviceContainer } from './serviceContainer.ts';
import { serviceContainerPort } from './serviceContainerPort.ts';
import { serviceLaunchType } from './serviceLaunchType.ts';
import { serviceNetwork } from './serviceNetwork.ts';

/** Rules that hold this file against the files beside it. */
export const crossFileRules: readonly Rule[] = [
  serviceContainer,
  serviceContainerPort,
  serviceNetwork,
  serviceLaunchType,
  renderedContainer,
  pipelineImage,
];
