import { randomBytes } from 'node:crypto';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import type { Connection } from '../../src/aws/connection/connection.ts';
import type { LogGroup } from '../simulator/logs/logGroup.ts';
import {
  type SimulatedAccount,
  type SimulatedAccountOptions,
  startSimulatedAccount,
} from '../simulator/simulatedAccount.ts';
import { connectTo, useAwsFiles } from './awsFiles.ts';
import { eventually } from './eventually.ts';

export const region = 'eu-west-3';

/** A service of two containers that log into one group, its tasks begun, in a simulated account with a connection to it. */
export interface LoggingService {
  server: SimulatedAccount;
  connection: Connection;
  ecs: ECSClient;
  clusterArn: string;
  serviceArn: string;
  group: LogGroup;
  register(image?: string): Promise<string>;
  tasks(desiredStatus?: 'RUNNING' | 'STOPPED'): Promise<string[]>;
  /** Writes into the stream of a task's `app`; `late` in milliseconds. */
  write(taskArn: string, messages: readonly string[], late?: number): void;
  close(): Promise<void>;
}

export interface LoggingServiceOptions extends SimulatedAccountOptions {
  desiredCount?: number;
}

export async function startLoggingService(options: LoggingServiceOptions = {}): Promise<LoggingService> {
  const server = await startSimulatedAccount({ speed: 200, ...options });
  const count = options.desiredCount ?? 2;
  const { credential, images } = server.account;
  // Before any task looks for it, which at this speed is at once.
  const group = server.account.region(region).logs.openGroup('/ecs/web');
  images.add('*', { log: false, onStop: { after: 100, exitCode: 0 } });
  const files = await useAwsFiles({ dev: { credential, settings: { region, endpoint_url: server.url } } });
  const ecs = new ECSClient({ region, endpoint: server.url, credentials: credential });
  const { cluster } = await ecs.send(new CreateClusterCommand({ clusterName: 'shop' }));
  const register = (image?: string) => registerRevision(ecs, image);
  const { service } = await ecs.send(
    new CreateServiceCommand({
      cluster: 'shop',
      serviceName: 'web',
      taskDefinition: await register(),
      desiredCount: count,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
    }),
  );
  const tasks = async (desiredStatus?: 'RUNNING' | 'STOPPED') => {
    const input = { cluster: 'shop', serviceName: 'web', desiredStatus };
    return (await ecs.send(new ListTasksCommand(input))).taskArns ?? [];
  };
  await eventually(`${count} tasks`, async () => (await tasks()).length >= count);
  const connection = await connectTo({ profile: 'dev' });
  return {
    server,
    connection,
    ecs,
    clusterArn: cluster?.clusterArn ?? '',
    serviceArn: service?.serviceArn ?? '',
    group,
    register,
    tasks,
    write: (taskArn, messages, late = 0) => {
      const timestamp = server.clock.now() - late;
      const stream = group.openStream(`web/app/${taskArn.split('/').at(-1)}`);
      stream.put(messages.map((message) => ({ timestamp, message })));
    },
    close: async () => {
      connection.dispose();
      ecs.destroy();
      await files.remove();
      await server.close();
    },
  };
}

async function registerRevision(ecs: ECSClient, image = 'public.ecr.aws/nginx/nginx:1.27'): Promise<string> {
  const logConfiguration = {
    logDriver: 'awslogs' as const,
    options: { 'awslogs-group': '/ecs/web', 'awslogs-region': region, 'awslogs-stream-prefix': 'web' },
  };
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'web',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [
        {
          name: 'app',
          image,
          logConfiguration,
          environment: [{ name: 'BUILD', value: randomBytes(4).toString('hex') }],
        },
        { name: 'proxy', image: 'public.ecr.aws/envoy:1', logConfiguration },
      ],
    }),
  );
  return taskDefinition?.taskDefinitionArn ?? '';
}
