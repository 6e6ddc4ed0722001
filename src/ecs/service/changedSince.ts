import type { Service } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { familyRevision } from '../arn.ts';
import { primaryDeployment } from '../deployment/rollout.ts';

/**
 * What came between two looks at a service, a sentence each: whatever a person goes by who agrees to a change of it.
 * How many of its tasks run is not among them.
 */
export function changedSince(before: Service, now: Service): string[] {
  const lines = [deploymentChange, countChange, executeCommandChange, end].map((look) => look(before, now));
  return lines.filter((line) => line !== undefined);
}

function deploymentChange(before: Service, now: Service): string | undefined {
  const [was, is] = [primaryDeployment(before), primaryDeployment(now)];
  const [old, fresh] = [revisionOf(before), revisionOf(now)];
  if (old !== fresh)
    return l10n.t('Task definition {0} → {1}: somebody else deployed, or it was rolled back.', old, fresh);
  if (was?.id === is?.id) return undefined;
  return l10n.t('Another deployment of {0} was started.', fresh);
}

function countChange({ desiredCount: before = 0 }: Service, { desiredCount: now = 0 }: Service): string | undefined {
  return before === now ? undefined : l10n.t('Desired count {0} → {1}.', before, now);
}

function executeCommandChange(before: Service, now: Service): string | undefined {
  if (Boolean(before.enableExecuteCommand) === Boolean(now.enableExecuteCommand)) return undefined;
  return now.enableExecuteCommand ? l10n.t('Execute command was enabled.') : l10n.t('Execute command was disabled.');
}

function end(before: Service, now: Service): string | undefined {
  if ((before.status ?? 'ACTIVE') === (now.status ?? 'ACTIVE')) return undefined;
  return l10n.t('The service is {0} now.', now.status ?? '');
}

function revisionOf(service: Service): string {
  return familyRevision(primaryDeployment(service)?.taskDefinition ?? service.taskDefinition ?? '');
}
