import { dirname } from 'node:path';
import { writeAwsFiles } from '../../simulator/awsFiles.ts';
import { seedShop } from '../../simulator/seed/shop.ts';
import { shopProfiles } from '../../simulator/seed/shopProfiles.ts';
import {
  type SimulatedAccount,
  type SimulatedAccountOptions,
  startSimulatedAccount,
} from '../../simulator/simulatedAccount.ts';

let running: SimulatedAccount | undefined;

/**
 * Starts a simulated AWS account inside this extension host, with the sample shop in it, and makes it the one that the
 * AWS configuration of the extension under test leads to, in place of the one before. A suite thus holds its clock, plants
 * faults and reads its ledger directly. It ends with the run.
 */
export async function useSimulatedAws(options: SimulatedAccountOptions = {}): Promise<SimulatedAccount> {
  await endSimulatedAws();
  const simulation = await startSimulatedAccount({ speed: 20, ...options });
  running = simulation;
  seedShop(simulation);
  const configFile = process.env.AWS_CONFIG_FILE;
  if (!configFile) throw new Error('AWS_CONFIG_FILE names the file to write; the host sets it.');
  await writeAwsFiles(dirname(configFile), simulation, shopProfiles(simulation));
  return simulation;
}

/** Ends the simulated account, if there is one. */
export async function endSimulatedAws(): Promise<void> {
  const ending = running;
  running = undefined;
  await ending?.close();
}
