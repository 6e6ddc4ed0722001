import * as l10n from '@vscode/l10n';
import type { PublicAddress } from './publicAddresses.ts';

/** The addresses of a task as its tooltip and that of its containers say them. */
export function addressLines(privateAddress: string | undefined, publicAddress: PublicAddress | undefined): string[] {
  return [...(privateAddress ? [l10n.t('Private address {0}', privateAddress)] : []), ...publicLine(publicAddress)];
}

function publicLine(address: PublicAddress | undefined): string[] {
  if (address?.state === 'known' && address.address) return [l10n.t('Public address {0}', address.address)];
  if (address?.state === 'unknown' && address.missing) {
    return [l10n.t('Public address unknown: {0} is missing', address.missing)];
  }
  return [];
}
