import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';

/** How a deployment of this service will go, for the confirmation. */
export function deploymentLines(service: Service): string[] {
  const { strategy = 'ROLLING', minimumHealthyPercent, maximumPercent } = service.deploymentConfiguration ?? {};
  const { deploymentCircuitBreaker: breaker } = service.deploymentConfiguration ?? {};
  const lines = [
    l10n.t(
      'Strategy {0}, {1} to {2} % of tasks meanwhile',
      strategy,
      minimumHealthyPercent ?? 100,
      maximumPercent ?? 200,
    ),
  ];
  if (!breaker?.enable) lines.push(l10n.t('No circuit breaker: a failing deployment goes on until you stop it'));
  else if (breaker.rollback) lines.push(l10n.t('Circuit breaker: a failing deployment is rolled back'));
  else lines.push(l10n.t('Circuit breaker: a failing deployment stops, without rollback'));
  return lines;
}
