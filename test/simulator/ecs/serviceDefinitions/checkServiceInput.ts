import { clientError, invalidParameter } from '../errors.ts';
import { capacityRules } from './capacityRules.ts';
import { connectRules } from './connectRules.ts';
import { deploymentRules } from './deploymentRules.ts';
import { namingRules } from './namingRules.ts';
import { placementRules } from './placementRules.ts';
import type { ServiceInput, ServiceRule } from './rule.ts';
import { trafficRules } from './trafficRules.ts';
import { trafficShiftRules } from './trafficShiftRules.ts';
import { volumeRules } from './volumeRules.ts';

const rules: readonly ServiceRule[] = [
  ...namingRules,
  ...capacityRules,
  ...deploymentRules,
  ...trafficRules,
  ...placementRules,
  ...connectRules,
  ...volumeRules,
];

/** Throws the first refusal of what a request says of a service, before the account is looked at. */
export function checkServiceInput(input: ServiceInput): void {
  refuse(rules, input);
  checkTrafficShift(input);
}

/** The same of what an update says of how a service is deployed, in the service that it changes. */
export function checkDeployment(input: ServiceInput): void {
  refuse(deploymentRules, input);
  checkTrafficShift(input);
}

/** ECS answers these with ClientException. */
function checkTrafficShift(input: ServiceInput): void {
  for (const rule of trafficShiftRules) for (const refusal of rule(input)) throw clientError(refusal);
}

function refuse(those: readonly ServiceRule[], input: ServiceInput): void {
  for (const rule of those) for (const refusal of rule(input)) throw invalidParameter(refusal);
}
