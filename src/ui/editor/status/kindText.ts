import { l10n } from 'vscode';
import type { FileKind } from '../../../taskdef/document/recognise.ts';

/** What a file is taken for, in words. */
export function kindText(kind: FileKind): string {
  switch (kind) {
    case 'taskDefinition':
      return l10n.t('Task definition');
    case 'wrapper':
      return l10n.t('Output of describe-task-definition');
    case 'containers':
      return l10n.t('List of containers');
    case 'service':
      return l10n.t('Service definition');
    case 'serviceWrapper':
      return l10n.t('Output of describe-services');
    case 'serviceAnswer':
      return l10n.t('Output of create-service or update-service');
    case 'serviceUpdate':
      return l10n.t('Input of update-service');
    case 'other':
      return l10n.t('No ECS file');
  }
}
