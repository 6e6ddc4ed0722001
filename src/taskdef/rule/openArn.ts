import { parseArn } from '../../ecs/arn.ts';
import { markPlaceholders } from '../document/placeholders.ts';

/** What stands in the text of an ARN's resource for what a template fills in. */
export const gap = '\uE000';

/** An ARN whose parts may still be open: what a template fills in is undefined, and what is written can be judged all the same. */
export interface OpenArn {
  service: string | undefined;
  region: string | undefined;
  account: string | undefined;
  /** Everything behind the account, with a `gap` in the place of each placeholder. */
  resource: string;
}

/** Reads an ARN as it stands in the file, `open` where it has placeholders; undefined for what is none, or does not begin as one. */
export function readOpenArn(raw: string, open = true): OpenArn | undefined {
  if (!raw.startsWith('arn:')) return undefined;
  const text = open ? markPlaceholders(raw, gap) : raw;
  const arn = parseArn(text);
  if (!arn) return undefined;
  const { service, region, account, resource } = arn;
  const known = (part: string): string | undefined => (part.includes(gap) ? undefined : part);
  // A word where the account's digits stand is one that somebody replaces.
  const word = /^[A-Za-z_][\w-]*$/.test(account);
  // `arn:aws:iam:${REGION_AND_ACCOUNT}:…`: one placeholder may stand for several parts.
  if (word && (service + region).includes(gap)) return undefined;
  return {
    service: known(service),
    region: known(region),
    account: word ? undefined : known(account),
    resource,
  };
}

/** Whether a text can begin like this, once what is open is filled in. */
export function mayBeginWith(text: string, prefix: string): boolean {
  const written = text.split(gap, 1)[0]!;
  return written === text ? text.startsWith(prefix) : written.startsWith(prefix) || prefix.startsWith(written);
}

/** Whether a text can end like this, once what is open is filled in. */
export function mayEndWith(text: string, suffix: string): boolean {
  const written = text.split(gap).at(-1)!;
  return written === text ? text.endsWith(suffix) : written.endsWith(suffix) || suffix.endsWith(written);
}
