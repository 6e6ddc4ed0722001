import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeAwsFiles } from './awsFiles.ts';
import { seedNetworkTroubles } from './seed/networkTroubles.ts';
import { seedShop } from './seed/shop.ts';
import { shopProfiles } from './seed/shopProfiles.ts';
import { startSimulatedAccount } from './simulatedAccount.ts';

const USAGE = `node test/simulator/serve.ts [--port N] [--seed shop|network|empty] [--speed N] [--limits]
Serves a simulated AWS account until Ctrl-C.`;

export interface ServeOptions {
  port: number;
  seed: 'shop' | 'network' | 'empty';
  speed: number;
  limits: boolean;
}

/** The shop, the shop with a cluster of networks that are in trouble, or nothing. */
const seeds = ['shop', 'network', 'empty'] as const;

/** Reads the command line; throws with a sentence for the person when it is none of ours. */
export function parseServeOptions(words: string[]): ServeOptions {
  const { values } = parseArgs({
    args: words,
    options: {
      port: { type: 'string', default: '0' },
      seed: { type: 'string', default: 'shop' },
      speed: { type: 'string', default: '1' },
      limits: { type: 'boolean', default: false },
    },
  });
  const [port, speed] = [Number(values.port), Number(values.speed)];
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port.`);
  if (!(speed > 0)) throw new Error(`${values.speed} is no speed.`);
  const seed = seeds.find((one) => one === values.seed);
  if (!seed) throw new Error(`There is no seed ${values.seed}.`);
  return { port, seed, speed, limits: values.limits };
}

async function serve({ seed, ...options }: ServeOptions): Promise<void> {
  const simulation = await startSimulatedAccount(options);
  if (seed !== 'empty') seedShop(simulation);
  if (seed === 'network') seedNetworkTroubles(simulation);
  const dir = await mkdtemp(join(tmpdir(), 'simulated-aws-'));
  const profiles = seed === 'empty' ? undefined : shopProfiles(simulation);
  const environment = await writeAwsFiles(dir, simulation, profiles);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulation.close().then(() => rm(dir, { recursive: true, force: true })));
  }
  console.log(`Simulated AWS account at ${simulation.url}`);
  for (const [name, value] of Object.entries(environment)) console.log(`export ${name}=${value}`);
  console.log(`Profiles: ${profiles?.map((profile) => profile.name).join(', ') ?? 'default'}`);
}

if (import.meta.main) {
  try {
    await serve(parseServeOptions(process.argv.slice(2)));
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exitCode = 2;
  }
}
