import { env, l10n, window } from 'vscode';
import { chosenResources } from '../../common/chosenResources.ts';
import type { Command } from '../../common/command.ts';
import { arnOfResource, nameOfResource, type Resource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import { cliCommand } from './cliCommand.ts';

/** Copies the ARNs of rows, one a line. */
export const copyArn = copies(arnOfResource);

/** Copies the names of rows, one a line. */
export const copyName = copies(nameOfResource);

/** Copies the AWS CLI's commands that show the same as the rows, one a line. */
export const copyCliCommand = copies(cliCommand);

/** A command that puts a line for each chosen row onto the clipboard, and says so. */
function copies(lineOf: (resource: Resource) => string | undefined): Command {
  return {
    failure: () => l10n.t('Nothing was copied.'),
    run: async (_workbench, node, selected) => {
      const lines = chosenResources(node, selected).flatMap((resource) => lineOf(resource) ?? []);
      if (lines.length === 0) throw new UserError(l10n.t('This row has nothing to copy.'));
      await env.clipboard.writeText(lines.join('\n'));
      const done = lines.length === 1 ? l10n.t('Copied') : l10n.t('{0} lines copied', lines.length);
      window.setStatusBarMessage(done, 2000);
    },
  };
}
