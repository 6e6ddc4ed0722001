import { join } from 'node:path';
import { writeAwsFiles } from '../simulator/awsFiles.ts';
import { seedShop } from '../simulator/seed/shop.ts';
import { shopProfiles } from '../simulator/seed/shopProfiles.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../simulator/simulatedAccount.ts';
import type { ScratchProfile } from './scratchProfile.ts';

/** A simulated account with the sample shop in it, and the AWS configuration of a profile's home that leads there. */
export interface Shop {
  simulation: SimulatedAccount;
  env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts the shop; tasks and deployments live `speed` times faster than in AWS. */
export async function startShop(profile: Pick<ScratchProfile, 'home'>, speed: number): Promise<Shop> {
  const simulation = await startSimulatedAccount({ speed, limits: true });
  seedShop(simulation);
  const env = { ...(await writeAwsFiles(join(profile.home, '.aws'), simulation, shopProfiles(simulation))) };
  return { simulation, env, close: () => simulation.close() };
}
