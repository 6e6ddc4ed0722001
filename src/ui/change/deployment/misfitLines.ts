import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import { revisionMisfits, type RevisionShape } from '../../../ecs/service/revisionMisfits.ts';

/** What would keep a service from a revision, for the top of the confirmation; nothing where all fits. */
export function misfitLines(service: Service, revision: RevisionShape): string[] {
  const misfits = revisionMisfits(service, revision);
  if (misfits.length === 0) return [];
  return [
    l10n.t('ECS would refuse this for service {0}:', service.serviceName ?? ''),
    ...misfits.map((text) => `• ${text}`),
    '',
  ];
}
