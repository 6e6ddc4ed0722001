import * as l10n from '@vscode/l10n';
import { plainWords } from '../../../ecs/text/plainWords.ts';

/** The state of a task or of a container in words of one case: “running”, “healthy”. */
export function stateWords({ lastStatus, healthStatus }: { lastStatus?: string; healthStatus?: string }): string[] {
  const health =
    healthStatus === 'HEALTHY' ? l10n.t('healthy') : healthStatus === 'UNHEALTHY' ? l10n.t('unhealthy') : '';
  // What is wrong comes first: a narrow view cuts off what comes second.
  const state = lastStatus === 'RUNNING' ? l10n.t('running') : plainWords(lastStatus ?? '');
  return (healthStatus === 'UNHEALTHY' ? [health, state] : [state, health]).filter(Boolean);
}
