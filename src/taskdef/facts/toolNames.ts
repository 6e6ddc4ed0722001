import * as l10n from '@vscode/l10n';
import type { Tool } from '../document/siblingFacts.ts';

/** Deploy tools by name, in the order in which they are offered. */
export const tools: readonly Tool[] = ['aws-cli', 'github-action', 'ecspresso', 'codepipeline'];

/** What people call a deploy tool. */
export function toolName(tool: Tool): string {
  switch (tool) {
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
