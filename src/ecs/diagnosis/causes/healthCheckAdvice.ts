import * as l10n from '@vscode/l10n';
import type { TargetGroupFacts } from '../facts.ts';

/** What to look at where a load balancer finds tasks unhealthy, by what its target group asks. */
export function healthCheckAdvice(group: TargetGroupFacts | undefined): string {
  if (!group?.path)
    return l10n.t(
      'Check the path and port of the health check, the security group, and healthCheckGracePeriodSeconds.',
    );
  return l10n.t(
    'It asks {0} and expects {1}. Does the container answer there within the grace period, and does its security group let the load balancer in?',
    `${group.port ?? 'traffic-port'} ${group.path}`,
    group.matcher ?? '200',
  );
}
