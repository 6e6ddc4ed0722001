import type { AwsProfile } from '../awsFiles.ts';
import type { SimulatedAccount } from '../simulatedAccount.ts';
import { SHOP_PROD_ACCOUNT, SHOP_REGION, SHOP_US_REGION } from './shop.ts';

/** Profiles to look at the shop with: `default`, `shop-dev`, and `shop-prod`, the second account, in America. */
export function shopProfiles(simulation: SimulatedAccount): AwsProfile[] {
  const { credential } = simulation.account;
  return [
    { name: 'default', region: SHOP_REGION, credential },
    { name: 'shop-dev', region: SHOP_REGION, credential },
    { name: 'shop-prod', region: SHOP_US_REGION, credential: simulation.accountById(SHOP_PROD_ACCOUNT).credential },
  ];
}
