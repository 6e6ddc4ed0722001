import { Disposable, languages } from 'vscode';
import { logLanguage } from './channel/logChannel.ts';
import { LogLinkProvider } from './logLinkProvider.ts';
import { logFoldingProvider } from './logOutlineProviders.ts';

/** Links and folding for everything in the log language; registered when the first of it is shown. */
export class LogHelp implements Disposable {
  readonly #registrations: Disposable;

  constructor() {
    const selector = { language: logLanguage };
    this.#registrations = Disposable.from(
      languages.registerFoldingRangeProvider(selector, logFoldingProvider),
      languages.registerDocumentLinkProvider(selector, new LogLinkProvider()),
    );
  }

  dispose(): void {
    this.#registrations.dispose();
  }
}
