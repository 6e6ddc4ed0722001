import { l10n } from 'vscode';
import type { Tool } from '../../../taskdef/document/siblingFacts.ts';

/** Deploy tools by name, in the order in which they are offered. */
export const tools: readonly Tool[] = ['aws-cli', 'github-action', 'ecspresso', 'codepipeline'];

export function toolText(tool: Tool | undefined): string {
  switch (tool) {
    case undefined:
      return l10n.t('any tool');
    case 'aws-cli':
      return l10n.t('AWS CLI');
    case 'github-action':
      return l10n.t('GitHub action');
    case 'ecspresso':
      return l10n.t('ecspresso');
    case 'codepipeline':
      return l10n.t('CodePipeline');
  }
}
