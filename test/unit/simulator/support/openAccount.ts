import type { TestContext } from 'node:test';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { ECS, type Service, type Task } from '@aws-sdk/client-ecs';
import { STS } from '@aws-sdk/client-sts';
import type { Credential } from '../../../simulator/credentials.ts';
import type { RegionState } from '../../../simulator/regionState.ts';
import {
  startSimulatedAccount,
  type SimulatedAccount,
  type SimulatedAccountOptions,
} from '../../../simulator/simulatedAccount.ts';
import { guardClient } from './modelGuard.ts';

export const REGION = 'eu-west-1';

interface Clients {
  ecs: ECS;
  logs: CloudWatchLogs;
  sts: STS;
}

interface ClientOptions {
  credential?: Credential;
  region?: string;
  maxAttempts?: number;
}

/** A held account with one cluster, `harbor`, and clients whose answers are held against the model. */
export interface OpenAccount extends Clients {
  sim: SimulatedAccount;
  region: RegionState;
  clients(options?: ClientOptions): Clients;
  /** Moves the clock on by seconds. */
  pass(seconds: number): Promise<void>;
  service(name: string, cluster?: string): Promise<Service>;
  task(arn: string, cluster?: string): Promise<Task>;
  /** Event messages of a service, oldest first, with the seconds since `since` in front. */
  events(name: string, since?: number): Promise<string[]>;
}

export async function openAccount(t: TestContext, options: SimulatedAccountOptions = {}): Promise<OpenAccount> {
  const sim = await startSimulatedAccount({ clock: { held: true }, ...options });
  const opened: Clients[] = [];
  t.after(async () => {
    for (const { ecs, logs, sts } of opened) for (const client of [ecs, logs, sts]) client.destroy();
    await sim.close();
  });
  const clients = (clientOptions: ClientOptions = {}): Clients => {
    const made = makeClients(sim, clientOptions);
    opened.push(made);
    return made;
  };
  const main = clients();
  const region = sim.account.region(REGION);
  region.ecs.addCluster('harbor').capacityProviders = ['FARGATE', 'FARGATE_SPOT'];
  return { sim, region, clients, ...main, ...lookups(sim, main) };
}

function makeClients(sim: SimulatedAccount, options: ClientOptions = {}): Clients {
  const { accessKeyId, secretAccessKey, sessionToken } = options.credential ?? sim.account.credential;
  const config = {
    endpoint: sim.url,
    region: options.region ?? REGION,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    maxAttempts: options.maxAttempts ?? 1,
    disableHostPrefix: true,
  };
  const ecs = new ECS(config);
  const logs = new CloudWatchLogs(config);
  guardClient(ecs, 'ecs');
  guardClient(logs, 'logs');
  return { ecs, logs, sts: new STS(config) };
}

function lookups(sim: SimulatedAccount, { ecs }: Clients): Pick<OpenAccount, 'pass' | 'service' | 'task' | 'events'> {
  const service = async (name: string, cluster = 'harbor'): Promise<Service> => {
    const { services = [] } = await ecs.describeServices({ cluster, services: [name] });
    if (!services[0]) throw new Error(`There is no service ${name}.`);
    return services[0];
  };
  return {
    pass: (seconds) => sim.clock.advance(seconds * 1000),
    service,
    task: async (arn, cluster = 'harbor') => {
      const { tasks = [] } = await ecs.describeTasks({ cluster, tasks: [arn] });
      if (!tasks[0]) throw new Error(`There is no task ${arn}.`);
      return tasks[0];
    },
    events: async (name, since) => {
      const { events = [] } = await service(name);
      return events.toReversed().map(({ createdAt, message = '' }) => {
        if (since === undefined) return message;
        return `${(((createdAt?.getTime() ?? 0) - since) / 1000).toFixed(1)} ${message}`;
      });
    },
  };
}
