import type { RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { clientError } from '../errors.ts';
import { containerRules } from './containerRules.ts';
import { fargateRules } from './fargateRules.ts';
import { loggingRules } from './loggingRules.ts';
import { portRules } from './portRules.ts';
import { roleRules } from './roleRules.ts';
import type { DefinitionRule } from './rule.ts';
import { sizeRules } from './sizeRules.ts';
import { taskRules } from './taskRules.ts';
import { volumeRules } from './volumeRules.ts';

/** In the order in which the service is known to complain. */
const rules: readonly DefinitionRule[] = [
  ...taskRules,
  ...containerRules,
  ...fargateRules,
  ...sizeRules,
  ...portRules,
  ...volumeRules,
  ...loggingRules,
  ...roleRules,
];

/** Throws ClientException with the first refusal, as RegisterTaskDefinition does. */
export function checkTaskDefinition(input: RegisterTaskDefinitionRequest): void {
  for (const rule of rules) {
    for (const refusal of rule(input)) throw clientError(refusal);
  }
}
