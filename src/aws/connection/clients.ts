import type { ConnectionSpec } from '../profile/connectionSpec.ts';
import {
  type CredentialProvider,
  credentialProvider,
  type Credentials,
  type MfaPrompt,
} from '../signIn/credentials.ts';
import { CredentialStore } from '../signIn/credentialStore.ts';
import { endpointConfig } from '../profile/endpoints.ts';
import type { ChangeService, ServiceName } from '../sdk/operations.ts';
import { timeouts } from '../sdk/timeouts.ts';

type CommandClass = new (input: never) => object;

/** A client of the SDK with the table of operations that may be sent through it. */
export interface ServiceClient {
  send(operation: string, input: object, signal?: AbortSignal): Promise<object>;
  /** Milliseconds by which the service's clock is ahead of this machine's, 0 while they differ by less than minutes. */
  readonly clockOffset: number;
  destroy(): void;
}

/** How often the SDK tries a read. A change is tried once: it may have been carried out although no answer came. */
const readAttempts = 6;

/** Makes the SDK clients of one connection, each when first needed. */
export class Clients {
  readonly #spec: ConnectionSpec;
  readonly #mfa: MfaPrompt | undefined;
  readonly #clients = new Map<string, Promise<ServiceClient>>();
  readonly #store: CredentialStore;
  #credentials: Promise<CredentialProvider> | undefined;
  #used: Credentials | undefined;

  constructor(spec: ConnectionSpec, mfa: MfaPrompt | undefined, store = new CredentialStore()) {
    this.#spec = spec;
    this.#mfa = mfa;
    this.#store = store;
  }

  /** The client that reads, once it has credentials: whoever is asked for them may take longer than an answer. */
  async reader(service: ServiceName): Promise<ServiceClient> {
    const client = await this.#client(service, () => makeReader(service, this.#config(service, readAttempts)));
    await (
      await this.#credentials
    )?.();
    return client;
  }

  /** The client that changes: other operations, and no retry. */
  changer(service: ChangeService): Promise<ServiceClient> {
    return this.#client(`changes of ${service}`, () => makeChanger(service, this.#config(service, 1)));
  }

  /** Forgets clients and credentials, so that the next request reads the person's files anew. */
  reset(): void {
    for (const client of this.#clients.values()) void client.then((made) => made.destroy()).catch(() => undefined);
    this.#clients.clear();
    this.#credentials = undefined;
    this.#store.forget(this.#spec.credentialsId, this.#used);
  }

  #client(key: string, make: () => Promise<ServiceClient>): Promise<ServiceClient> {
    const known = this.#clients.get(key);
    if (known) return known;
    const made = make();
    this.#clients.set(key, made);
    made.catch(() => this.#clients.delete(key));
    return made;
  }

  async #config(service: ServiceName, maxAttempts: number): Promise<ClientConfig> {
    this.#credentials ??= this.#provider();
    const provide = await this.#credentials;
    return {
      region: this.#spec.region,
      profile: this.#spec.profile,
      // What the SDK was given it keeps, whatever others that share the store have got since.
      credentials: async () => {
        this.#used = await provide();
        return this.#used;
      },
      maxAttempts,
      requestHandler: timeouts,
      ...endpointConfig(this.#spec.endpoints[service]),
    };
  }

  async #provider(): Promise<CredentialProvider> {
    const ask = await credentialProvider(this.#spec, this.#mfa);
    return () => this.#store.get(this.#spec.credentialsId, ask);
  }
}

interface ClientConfig extends ReturnType<typeof endpointConfig> {
  region: string;
  profile: string | undefined;
  credentials: CredentialProvider;
  maxAttempts: number;
  requestHandler: typeof timeouts;
}

/** Each client's module is its own chunk, loaded when the service is first asked. */
const makers: Record<ServiceName, (config: ClientConfig) => Promise<ServiceClient>> = {
  'application-autoscaling': async (config) => {
    const { ApplicationAutoScalingClient, autoScalingReads } = await import('../sdk/sdkAutoScaling.ts');
    return wrap(new ApplicationAutoScalingClient(config), autoScalingReads);
  },
  ec2: async (config) => {
    const { EC2Client, ec2Reads } = await import('../sdk/sdkEc2.ts');
    return wrap(new EC2Client(config), ec2Reads);
  },
  ecr: async (config) => {
    const { ECRClient, ecrReads } = await import('../sdk/sdkEcr.ts');
    return wrap(new ECRClient(config), ecrReads);
  },
  ecs: async (config) => {
    const { ECSClient, ecsReads } = await import('../sdk/sdkEcs.ts');
    return wrap(new ECSClient(config), ecsReads);
  },
  elasticfilesystem: async (config) => {
    const { EFSClient, efsReads } = await import('../sdk/sdkEfs.ts');
    return wrap(new EFSClient(config), efsReads);
  },
  elasticloadbalancing: async (config) => {
    const { ElasticLoadBalancingV2Client, loadBalancingReads } = await import('../sdk/sdkLoadBalancing.ts');
    return wrap(new ElasticLoadBalancingV2Client(config), loadBalancingReads);
  },
  iam: async (config) => {
    const { IAMClient, iamReads } = await import('../sdk/sdkIam.ts');
    return wrap(new IAMClient(config), iamReads);
  },
  logs: async (config) => {
    const { CloudWatchLogsClient, logsReads, readPagesLightly } = await import('../sdk/sdkLogs.ts');
    return wrap(readPagesLightly(new CloudWatchLogsClient(config)), logsReads);
  },
  s3: async (config) => {
    const { S3Client, s3Reads } = await import('../sdk/sdkS3.ts');
    // Behind a configured endpoint buckets have no host names of their own.
    return wrap(new S3Client({ ...config, forcePathStyle: config.endpoint !== undefined }), s3Reads);
  },
  secretsmanager: async (config) => {
    const { SecretsManagerClient, secretsReads } = await import('../sdk/sdkSecrets.ts');
    return wrap(new SecretsManagerClient(config), secretsReads);
  },
  ssm: async (config) => {
    const { SSMClient, ssmReads } = await import('../sdk/sdkSsm.ts');
    return wrap(new SSMClient(config), ssmReads);
  },
  sts: async (config) => {
    const { STSClient, stsReads } = await import('../sdk/sdkSts.ts');
    return wrap(new STSClient(config), stsReads);
  },
};

async function makeReader(service: ServiceName, config: Promise<ClientConfig>): Promise<ServiceClient> {
  return makers[service](await config);
}

async function makeChanger(service: ChangeService, config: Promise<ClientConfig>): Promise<ServiceClient> {
  if (service === 'application-autoscaling') {
    const { ApplicationAutoScalingClient, autoScalingChanges } = await import('../sdk/sdkAutoScaling.ts');
    return wrap(new ApplicationAutoScalingClient(await config), autoScalingChanges);
  }
  const { ECSClient, ecsChanges } = await import('../sdk/sdkEcs.ts');
  return wrap(new ECSClient(await config), ecsChanges);
}

/** What the SDK's clients share; their own `send` is typed per command, which the tables in `operations.ts` do for us. */
interface SdkClient {
  send(command: object, options: { abortSignal: AbortSignal | undefined }): Promise<object>;
  /** The SDK corrects its signatures by it. */
  readonly config: { systemClockOffset?: number };
  readonly middlewareStack: { remove(name: string): boolean };
  destroy(): void;
}

/** A client that can send the operations of its table and no others. */
function wrap(client: object, table: Record<string, CommandClass>): ServiceClient {
  const sdk = client as SdkClient;
  // It makes a copy of every answer for a log that nobody keeps: a quarter of the time that reading a page takes.
  sdk.middlewareStack.remove('loggerMiddleware');
  return {
    async send(operation, input, signal) {
      const command = table[operation];
      if (!command) throw new TypeError(`${operation} is not among the operations of this client.`);
      return sdk.send(new command(input as never), { abortSignal: signal });
    },
    get clockOffset() {
      return sdk.config.systemClockOffset ?? 0;
    },
    destroy: () => sdk.destroy(),
  };
}
