import { PageAnswer } from '../http/pageAnswer.ts';
import type { UnsignedRequest } from '../http/unsignedService.ts';
import type { SsoState } from './ssoState.ts';

const DONE = 'Request approved. You can close this window.';

/** The page of the device flow: shows the code, and asks. */
export function devicePage({ query, world: { sso } }: UnsignedRequest): PageAnswer {
  const userCode = query.get('user_code') ?? '';
  const asked = query.get('answer') ?? (sso.visitor === 'ask' ? undefined : sso.visitor);
  if (asked === undefined) return question(`Confirm the code ${userCode}`, `/device?user_code=${userCode}`);
  sso.answer(userCode, asked === 'allow' ? 'allowed' : 'denied');
  return page(200, asked === 'allow' ? DONE : 'Request denied.');
}

/** The page of the authorization-code flow: asks, then sends the browser back. */
export function authorizePage({ query, world: { sso } }: UnsignedRequest): PageAnswer {
  const problem = problemOf(query, sso);
  if (problem !== undefined) return page(400, problem);
  const asked = query.get('answer') ?? (sso.visitor === 'ask' ? undefined : sso.visitor);
  if (asked === undefined)
    return question('Allow ecs-workbench to access your data?', `/authorize?${query.toString()}`);
  const redirectUri = query.get('redirect_uri') ?? '';
  const back = new URL(redirectUri);
  back.searchParams.set('state', query.get('state') ?? '');
  if (asked === 'allow') back.searchParams.set('code', issueCode(query, redirectUri, sso));
  else back.searchParams.set('error', 'access_denied');
  return new PageAnswer(302, '', { Location: back.href });
}

function issueCode(query: URLSearchParams, redirectUri: string, sso: SsoState): string {
  const code = sso.secret();
  const clientId = query.get('client_id') ?? '';
  sso.codes.set(code, { clientId, redirectUri, challenge: query.get('code_challenge') ?? '' });
  return code;
}

function problemOf(query: URLSearchParams, sso: SsoState): string | undefined {
  const client = sso.clients.get(query.get('client_id') ?? '');
  if (!client) return 'Unknown client.';
  if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256') return 'Bad request.';
  const withoutPort = (query.get('redirect_uri') ?? '').replace(/:\d+\//, '/');
  if (!client.redirectUris.includes(withoutPort)) return 'The redirect address is not registered.';
  const scopes = (query.get('scopes') ?? '').split(',');
  return scopes.every((scope) => client.scopes.includes(scope)) ? undefined : 'The scopes are not registered.';
}

function question(text: string, here: string): PageAnswer {
  const link = (answer: string, label: string): string =>
    `<a href="${escape(`${here}&answer=${answer}`)}">${label}</a>`;
  return page(200, `${escape(text)}</p><p>${link('allow', 'Allow access')} ${link('deny', 'Deny access')}`);
}

function page(status: number, text: string): PageAnswer {
  return new PageAnswer(status, `<!doctype html><title>AWS access portal</title><p>${text}</p>`, {});
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
