import { env, l10n, ProgressLocation, UIKind, Uri, window } from 'vscode';
import type { DeviceCode } from '../../aws/signIn/signInWithDeviceCode.ts';
import { signInToSso } from '../../aws/signIn/ssoSignIn.ts';
import type { SsoSession } from '../../aws/profile/ssoSession.ts';
import { systemTimer } from '../../aws/timer.ts';
import { abortSignalOf } from '../common/cancellation.ts';
import { showInformation } from '../common/messages.ts';
import type { Workbench } from '../common/workbench.ts';

/** Sign-ins that somebody waits for, by the name of their session. */
class SignIns {
  readonly underWay = new Map<string, Promise<void>>();
}

/** Signs in to a session in the person's browser; who asks for the same session meanwhile waits for the same sign-in. */
export function signInWithProgress(
  workbench: Workbench,
  session: SsoSession,
  endpoint: string | undefined,
): Promise<void> {
  const { underWay } = workbench.own(SignIns);
  const known = underWay.get(session.name);
  if (known) return known;
  const signingIn = Promise.resolve(start(session, endpoint)).finally(() => underWay.delete(session.name));
  underWay.set(session.name, signingIn);
  return signingIn;
}

function start(session: SsoSession, endpoint: string | undefined): Thenable<void> {
  const title = l10n.t('Signing in to AWS');
  return window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true, title },
    (progress, token) => {
      let wait = l10n.t('waiting for {0}…', session.startUrl);
      progress.report({ message: wait });
      const signIn = {
        session,
        endpoint,
        flow: flow(),
        pages: {
          done: l10n.t('You are signed in. You can close this page and go back to VS Code.'),
          failed: l10n.t('The sign-in did not succeed. VS Code says why.'),
        },
        open: (url: string, code?: DeviceCode) => {
          wait = code
            ? l10n.t('confirm in the browser that it shows the code {0}', code.userCode)
            : l10n.t('confirm in the browser');
          progress.report({ message: wait });
          void openPage(url);
        },
        offline: (offline: boolean) =>
          progress.report({ message: offline ? l10n.t('AWS cannot be reached; trying again…') : wait }),
      };
      return signInToSso(signIn, systemTimer, abortSignalOf(token));
    },
  );
}

/** A remote extension host has a loopback address of its own, which the person's browser does not reach. */
function flow(): 'browser' | 'deviceCode' {
  return env.remoteName === undefined && env.uiKind === UIKind.Desktop ? 'browser' : 'deviceCode';
}

async function openPage(url: string): Promise<void> {
  if (await env.openExternal(Uri.parse(url, true))) return;
  const copy = l10n.t('Copy Link');
  const text = l10n.t('The sign-in page was not opened. You can open its link in any browser.');
  if ((await showInformation(text, copy)) === copy) await env.clipboard.writeText(url);
}
