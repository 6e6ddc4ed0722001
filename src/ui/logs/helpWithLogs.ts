import { languages } from 'vscode';
import type { Workbench } from '../common/workbench.ts';
import { logLanguage } from './channel/logChannel.ts';
import { LogLinkProvider } from './logLinkProvider.ts';
import { logFoldingProvider } from './logOutlineProviders.ts';

let registered = false;

/** Links and folding for everything in the log language; registered when the first of it is shown. */
export function helpWithLogs({ extension }: Workbench): void {
  if (registered) return;
  registered = true;
  const selector = { language: logLanguage };
  extension.subscriptions.push(
    languages.registerFoldingRangeProvider(selector, logFoldingProvider),
    languages.registerDocumentLinkProvider(selector, new LogLinkProvider()),
  );
}
